import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/report/report.js";
import { QaProcess } from "./process.js";
import { Sandbox } from "./sandbox.js";
import { block, essence, readReportIn, shards, unreadable, writeShards } from "./scale-page.js";

let sandbox: Sandbox;
let whole: string;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  whole = await writeShards(sandbox);
  await mkdir(join(sandbox.folder, "parts"));
  for (const name of ["consume", "reset", "window"]) {
    await sandbox.file(`${name}.sh`, block("bash", `# ${name}.sh: `));
  }
});
afterAll(() => sandbox.close());

const read = (name: string) => readReportIn(sandbox, name);

const BROKERS = "broker:9092";
/** Prints messages as kcat does for the format of the page: topic, partition, offset and message. */
const printMessages = `print_messages() { # FILE FROM COUNT
  awk -v p="$PARTITION" -v from="$2" -v count="$3" -v o=-1 \\
    '{ o++ } o >= from && (!count || o < from + count) { print "traffic", p, o, $0 }' "$1"
}`;
const consumer = `${printMessages}
case "$*" in "-b broker:9092 -q -u -X auto.offset.reset=earliest -f %t %p %o %s\\n -G contract-check traffic") ;; *) exit 3;; esac
trap 'exit 0' TERM
print_messages "shards/$PARTITION.ndjson" 0 0
[ -z "\${HOLD:-}" ] || touch delivered
while [ -n "\${HOLD:-}" ]; do sleep 0.05; done`;

const consume = (partition: number) =>
  sandbox.bash("bash consume.sh", {
    BROKERS,
    HOSTNAME: `consumer-${partition}`,
    PARTITION: String(partition),
  });

test("a consumer is killed, its partition is delivered again, and the result is that of the whole", async () => {
  await sandbox.command("kcat", consumer);
  const died = join(sandbox.folder, "parts/consumer-0-1.json");
  const args = ["check", "-", "--format", "kafka", "--every", "5"];
  const first = new QaProcess(sandbox.bin, [
    ...args,
    ...["--report", `json=${died.replace("-1.json", "-{n}.json")}`],
  ]);
  const lines = shards[0]?.slice(0, 8).map((line, offset) => `traffic 0 ${offset} ${line}\n`) ?? [];
  first.child.stdin.write(lines.join(""));
  await expect.poll(() => existsSync(died)).toBe(true);
  first.child.kill("SIGKILL");
  expect(await first.ended()).toBe("SIGKILL");

  const again = await Promise.all([0, 1, 2, 3].map(consume));
  expect(again.map(({ code, err }) => [code, err])).toEqual(Array(4).fill([0, ""]));
  const merged = await sandbox.bash(block("sh", "merge parts/*.json"));
  expect([merged.code, merged.err]).toEqual([1, "ittybit-qa: 5 messages were read more than once.\n"]);
  const [all, one] = [await read("all.json"), JSON.parse(whole) as Report];
  expect(essence(all)).toEqual(essence(one));
  expect(all.exchanges.read).toBe(one.exchanges.read + 5);
  const parts = (await readdir(join(sandbox.folder, "parts"))).sort();
  // What a process was writing when it was killed stays beside the reports.
  expect(parts.filter((name) => !name.endsWith(".draft"))).toEqual([
    "consumer-0-1.json",
    "consumer-0-2.json",
    "consumer-1-1.json",
    "consumer-2-1.json",
    "consumer-3-1.json",
  ]);
});

test("SIGTERM stops kcat, and what it has delivered is checked", async () => {
  await sandbox.command("kcat", consumer);
  const stop = `bash consume.sh & until [ -e delivered ]; do sleep 0.05; done; kill "$!"; wait "$!"`;
  const { code, err } = await sandbox.bash(stop, {
    BROKERS,
    HOSTNAME: "stopped",
    PARTITION: "1",
    HOLD: "1",
  });
  expect([code, err]).toEqual([0, ""]);
  expect((await read("parts/stopped-1.json")).exchanges.read).toBe(shards[1]?.length);
});

test("the group is reset to the end of what the reports cover without a gap, once it is empty", async () => {
  await sandbox.command(
    "kafka-consumer-groups.sh",
    `echo "$*" >> calls
case "$*" in
*--state*) [ -e empty ] && echo "contract-check 1 Empty 0" || { touch empty; echo "contract-check 1 Stable 1"; } ;;
*--from-file*) cat "\${@: -2:1}" > reset ;;
esac`,
  );
  const ranges = [
    { topic: "traffic", partition: 0, from: 0, to: 9, read: 12 },
    { topic: "traffic", partition: 0, from: 20, to: 30, read: 11 },
    { topic: "traffic", partition: 3, from: 0, to: 4, read: 5 },
  ];
  await sandbox.file("all.json", JSON.stringify({ origin: { ranges } }));
  expect((await sandbox.bash("bash reset.sh", { BROKERS })).code).toBe(0);
  const at = (name: string) => readFile(join(sandbox.folder, name), "utf8");
  expect(await at("reset")).toBe("traffic,0,10\ntraffic,3,5\n");
  const group = "--bootstrap-server broker:9092 --group contract-check";
  expect((await at("calls")).split("\n")).toEqual([
    `${group} --describe --state`,
    `${group} --describe --state`,
    `${group} --topic traffic --reset-offsets --to-earliest --execute`,
    `${group} --reset-offsets --from-file offsets.csv --execute`,
    "",
  ]);
});

describe("a window of time", () => {
  const size = shards[0]?.length ?? 0;
  /** Times are offsets. Beyond the last message there is none, as kcat says it. */
  const kcat = `${printMessages}
case "$*" in
*"-Q -t traffic:0:-1") echo "traffic [0] offset ${size}" ;;
*-Q*) time="\${@: -1}"; time="\${time##*:}"; [ "$time" -lt ${size} ] || time=-1; echo "traffic [0] offset $time" ;;
"-b broker:9092 -q -e -C -t traffic -p 0 -o "*) print_messages "\${SHARD:-shards/0.ndjson}" "\${11}" "\${KEPT:-\${13}}" ;;
*) exit 3 ;;
esac`;
  const run = (FROM: string, TO: string, more: Readonly<Record<string, string>> = {}) =>
    sandbox.bash("bash window.sh", { BROKERS, PARTITION: "0", FROM, TO, ...more });
  beforeAll(() => sandbox.command("kcat", kcat));

  test.each([
    ["past the last message", ["4", "1795683991276"], 0, size - 4],
    ["without a message", ["1795683991276", "1795683991277"], 0, 0],
    ["in the middle", ["2", "5"], 0, 3],
  ] as const)("%s", async (_, [from, to], code, count) => {
    const ran = await run(from, to);
    expect([ran.code, ran.err]).toEqual([code, ""]);
    expect((await read(`parts/0-${from}.json`)).exchanges.read).toBe(count);
  });

  test("of which kcat delivers a part before it ends is not complete", async () => {
    const { code, err } = await run("0", "6", { KEPT: "4" });
    expect([code, err]).toEqual([2, "ittybit-qa: The input has 4 exchanges, not 6.\n"]);
  });

  test("with one unreadable message, which is not repeated", async () => {
    await sandbox.file("unreadable.ndjson", `${unreadable}\n`);
    const { code } = await run("0", "1", { SHARD: "unreadable.ndjson" });
    expect(code).toBe(3);
    expect((await read("parts/0-0.json")).broken).toMatchObject([{ position: { partition: 0, offset: 0 } }]);
  });

  test("without a broker fails", async () => {
    await sandbox.command("kcat", "exit 1");
    expect((await run("0", "1")).code).toBe(1);
  });
});
