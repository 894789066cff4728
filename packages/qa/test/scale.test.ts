import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Report } from "../src/report/report.js";
import { QaProcess } from "./process.js";
import { Sandbox } from "./sandbox.js";

const page = await readFile(fileURLToPath(new URL("../../../docs/qa/scale.md", import.meta.url)), "utf8");
const blocks = codeBlocks(page);

/** The block of the page that holds a text. */
function block(language: string, text: string): string {
  const found = blocks.filter((one) => one.language === language && one.text.includes(text));
  expect(found).toHaveLength(1);
  return found[0]?.text ?? "";
}

const traffic = [...cleanTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, `exchange-${index}`),
);
/** Four shards, or partitions: the exchange at place n is in shard n modulo 4. */
const shards = [0, 1, 2, 3].map((shard) => traffic.filter((_, index) => index % 4 === shard));

let sandbox: Sandbox;
let whole: string;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  await sandbox.file("whole.ndjson", traffic.join("\n"));
  whole = (await sandbox.bash("ittybit-qa check whole.ndjson --fail-on never --report json")).out;
  for (const [index, lines] of shards.entries()) {
    await sandbox.file(`shards/${index}.ndjson`, `${lines.join("\n")}\n`);
    await sandbox.file(`store/traffic/${index}.ndjson`, `${lines.join("\n")}\n`);
  }
  for (const folder of ["reports", "parts"]) await mkdir(join(sandbox.folder, folder));
});
afterAll(() => sandbox.close());

const read = async (name: string): Promise<Report> =>
  JSON.parse(await readFile(join(sandbox.folder, name), "utf8"));

/** What of a report does not depend on how often an exchange came. */
const essence = ({ findings, coverage, broken }: Report) => ({
  findings: findings.map(({ count: _, ...finding }) => finding),
  coverage,
  broken,
});

test("shards are checked and merged as the page says", async () => {
  const { code, out } = await sandbox.bash(`set +e\n${block("sh", "shards/0.ndjson")}`);
  expect([code, out]).toEqual([1, expect.any(String)]);
  expect(await readFile(join(sandbox.folder, "report.html"), "utf8")).toContain(
    "The API breaks its contract",
  );
});

test("an endless stream is reported in parts, and as a whole so far", async () => {
  await sandbox.command("some-stream", "cat whole.ndjson");
  const lines = block("sh", "some-stream").replace("10000", "40").trimEnd().split("\n");
  for (const line of lines) expect((await sandbox.bash(line)).code).toBe(1);
  const { out } = await sandbox.bash("ittybit-qa merge parts/part-*.json --fail-on never --report json");
  expect(out).toBe(whole);
  expect(existsSync(join(sandbox.folder, "so-far.html"))).toBe(true);
  await sandbox.bash("rm parts/*");
});

describe("Kafka", () => {
  /** The stand-in for the consumer hands out the partition that a consumer of the group is given. */
  const consumer =
    'case "$*" in "-b broker:9092 -q -u -X auto.offset.reset=earliest -G contract-check traffic") ;; *) exit 3;; esac; cat "shards/$PARTITION.ndjson"';

  test("a consumer dies, its partition is delivered again, and the verdict is that of the whole", async () => {
    await sandbox.command("kcat", consumer);
    const line = block("sh", "-G contract-check").trim();
    const start = (partition: number) =>
      sandbox.bash(line, {
        BROKERS: "broker:9092",
        HOSTNAME: `consumer-${partition}`,
        PARTITION: String(partition),
      });
    const died = join(sandbox.folder, "parts/consumer-0-1.json");
    const args = ["check", "-", "--every", "5", "--report", `json=${died.replace("-1.json", "-{n}.json")}`];
    const first = new QaProcess(args, [sandbox.bin]);
    first.child.stdin.write(`${shards[0]?.slice(0, 8).join("\n")}\n`);
    await expect.poll(() => existsSync(died)).toBe(true);
    first.child.kill("SIGKILL");
    expect(await first.ended()).toBe("SIGKILL");

    const again = await Promise.all([0, 1, 2, 3].map(start));
    expect(again.map(({ code, err }) => [code, err])).toEqual(Array(4).fill([0, ""]));
    const merged = await sandbox.bash(block("sh", "merge parts/*.json"));
    expect(merged.code).toBe(1);
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

  test("a window of time that is checked twice gives the same report", async () => {
    await sandbox.command(
      "kcat",
      'test "$*" = "-b broker:9092 -q -C -t traffic -o s@10 -o e@20" && cat whole.ndjson',
    );
    const run = () =>
      sandbox.bash(block("sh", "-C -t traffic"), { BROKERS: "broker:9092", FROM: "10", TO: "20" });
    for (const { code } of [await run(), await run()]) expect(code).toBe(0);
    expect(await readFile(join(sandbox.folder, "parts/10.json"), "utf8")).toBe(whole);
  });
});

describe("Kubernetes", () => {
  const [check, verdict] = ["contract-check", "contract-verdict"].map((name) =>
    parse(block("yaml", `name: ${name}\n`)),
  );
  const podOf = (job: typeof check) => job.spec.template.spec;

  test("the jobs are complete: every mount has its volume, no pod restarts", () => {
    for (const job of [check, verdict]) {
      expect([job.apiVersion, job.kind, podOf(job).restartPolicy]).toEqual(["batch/v1", "Job", "Never"]);
      const volumes = podOf(job).volumes.map(({ name }: { name: string }) => name);
      for (const { image, volumeMounts } of [...podOf(job).initContainers, ...podOf(job).containers]) {
        expect(image).toMatch(/:\d/);
        expect(volumes).toContain(volumeMounts[0].name);
      }
    }
    expect(check.spec).toMatchObject({ completionMode: "Indexed", completions: shards.length });
  });

  /** Runs the containers of a pod one after the other, each with the folder of the pod in place of /work. */
  async function runPod(job: typeof check, index: string) {
    const work = join(sandbox.folder, "..", `pod-${job.metadata.name}-${index}`);
    await mkdir(work, { recursive: true });
    const codes: number[] = [];
    for (const { command } of [...podOf(job).initContainers, ...podOf(job).containers]) {
      expect(command.slice(0, 2)).toEqual(["sh", "-c"]);
      const ran = await sandbox.bash(command[2].replaceAll("/work", work), { JOB_COMPLETION_INDEX: index });
      codes.push(ran.code);
      if (ran.code !== 0) break;
    }
    return codes;
  }

  test("indexes are checked at once, one of them again, and the verdict is that of the whole", async () => {
    await mkdir(join(sandbox.folder, "store/reports"), { recursive: true });
    await sandbox.command(
      "rclone",
      'at() { echo "$1" | sed s,^store:,store/,; }; cp -r "$(at "$2")" "$(at "$3")"',
    );
    const runs = await Promise.all(["0", "1", "2", "3"].map((index) => runPod(check, index)));
    expect([...runs, await runPod(check, "2")]).toEqual(Array(5).fill([0, 0, 0]));
    expect(await runPod(verdict, "")).toEqual([0, 1]);
    const { out } = await sandbox.bash("ittybit-qa merge store/reports/*.json --fail-on never --report json");
    expect(out).toBe(whole);
  });

  test("an index whose shard is not there fails, and is not stored", async () => {
    expect(await runPod(check, "9")).toEqual([1]);
    expect(existsSync(join(sandbox.folder, "store/reports/9.json"))).toBe(false);
  });
});

test("an exchange that is delivered again changes no finding, no coverage and no verdict", async () => {
  const twice = [...traffic, ...traffic.slice(0, 60), ...traffic.slice(-9)].join("\n");
  await sandbox.file("twice.ndjson", twice);
  const { code, out } = await sandbox.bash("ittybit-qa check twice.ndjson --report json");
  expect(code).toBe(1);
  expect(essence(JSON.parse(out))).toEqual(essence(JSON.parse(whole)));
  await sandbox.file("clean.ndjson", `${toNdjson(cleanTraffic)}${toNdjson(cleanTraffic)}`);
  expect((await sandbox.bash("ittybit-qa check clean.ndjson --fail-on info")).code).toBe(0);
});
