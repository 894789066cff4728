import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { repeatsOf } from "../../packages/qa/src/report/offset-range.js";
import type { Report } from "../../packages/qa/src/report/report.js";
import { say } from "../../scripts/command.js";
import { java } from "./broker.js";
import { messagesOf } from "./traffic.js";
import type { Consumer, Workspace } from "./workspace.js";

const PARTITIONS = [0, 1, 2, 3];

/** Longest time until the consumers have read everything. */
const MAX_READ_MS = 600_000;

/** Merges all parts of consumers, as the guide says. */
const MERGE = "ittybit-qa merge parts/consumer-*.json --report json=all.json --fail-on never";

/** Runs the scripts of the guide. Returns the exit code: 1 for a difference from a single run, which it prints. */
export async function runScenario(workspace: Workspace, brokers: string, messages: number): Promise<0 | 1> {
  try {
    const whole = await produce(workspace, brokers, messages / PARTITIONS.length);
    say(`produced ${messages} messages; a single run reads ${whole.exchanges.read}`);
    await consumeAll(workspace, whole);
    await checkWindows(workspace, brokers, whole);
    return say("ok");
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error;
    say(`failed: ${error.message}`);
    return 1;
  }
}

/** Fills the topic, and returns the report of a single run over the same messages. */
async function produce(workspace: Workspace, brokers: string, perPartition: number): Promise<Report> {
  const create = ["--create", "--topic", "traffic", "--partitions", String(PARTITIONS.length)];
  await java("org.apache.kafka.tools.TopicCommand", "--bootstrap-server", brokers, ...create);
  const whole: string[] = [];
  for (const partition of PARTITIONS) {
    const lines = messagesOf(partition, perPartition);
    await workspace.write(`${partition}.ndjson`, `${lines.join("\n")}\n`);
    await ok(workspace, `kcat -b "$BROKERS" -q -P -t traffic -p ${partition} < ${partition}.ndjson`);
    for (const [offset, line] of lines.entries()) whole.push(`traffic ${partition} ${offset} ${line}\n`);
  }
  await workspace.write("whole", whole.join(""));
  const check = "ittybit-qa check whole --format kafka --fail-on never --report json=whole.json";
  assert.equal((await workspace.bash(check)).code, 3);
  return workspace.report("whole.json");
}

/** Two consumers, of which one is terminated and one is killed, a reset, and two more that read the rest. */
async function consumeAll(workspace: Workspace, whole: Report): Promise<void> {
  const [first, second] = [workspace.consume("consumer-1"), workspace.consume("consumer-2")];
  await hasPart(workspace, first);
  await hasPart(workspace, second);
  assert.ok(isComplete(await first.terminate()), "SIGTERM lets a consumer check what was delivered");
  await second.signalKcat("SIGSTOP");
  await delay(1_000);
  await second.signalKcat("SIGCONT");
  await second.kill();
  await workspace.bash(MERGE);
  const before = await workspace.report("all.json");
  say(`one consumer was terminated, one killed: ${before.exchanges.read} messages are in reports`);
  await ok(workspace, "bash reset.sh");
  say(`reset to ${(await workspace.read("offsets.csv")).trim().replaceAll("\n", " ")}`);
  const others = [workspace.consume("consumer-3"), workspace.consume("consumer-4")];
  await hasRead(workspace, whole);
  for (const other of others) await other.terminate();
  await readAgain(workspace);
  const merged = await workspace.bash(MERGE);
  const all = await workspace.report("all.json");
  const repeats = repeatsOf(all.origin?.ranges ?? []);
  say(`all messages are in reports, ${repeats} of them more than once`);
  assert.ok(repeats > 0, "a partition was delivered again");
  assert.equal(merged.code, 3, merged.err);
  assert.deepEqual(extents(all), extents(whole), "no message is lost");
  assert.equal(all.exchanges.read, whole.exchanges.read + repeats, "repeated messages are counted");
  assert.deepEqual(essence(all), essence(whole), "the merge equals the single run, but for counts");
}

/** Delivers a partition again. */
async function readAgain(workspace: Workspace): Promise<void> {
  const group = '--bootstrap-server "$BROKERS" --group contract-check --topic traffic:3';
  await ok(workspace, `kafka-consumer-groups.sh ${group} --reset-offsets --to-earliest --execute`);
  const consumer = workspace.consume("consumer-5");
  await hasPart(workspace, consumer);
  await consumer.terminate();
}

/** A window that kcat leaves early is incomplete. Repeated for all partitions, it equals the single run byte for byte. */
async function checkWindows(workspace: Workspace, brokers: string, whole: Report): Promise<void> {
  const window = { FROM: "0", TO: String(Date.now()) };
  const kcat = `[k]cat -b ${brokers} .*-C -t traffic -p 0 `;
  const early = `bash window.sh & until pkill -TERM -f '${kcat}'; do sleep 0.01; done; wait $!`;
  const stopped = await workspace.bash(early, { ...window, PARTITION: "0" });
  assert.equal(stopped.code, 2, `kcat was stopped in the middle: ${stopped.err}`);
  for (const PARTITION of PARTITIONS.map(String)) {
    const { code, err } = await workspace.bash("bash window.sh", { ...window, PARTITION });
    assert.ok(isComplete(code), err);
  }
  const late = { FROM: String(Date.now() + 60_000), TO: String(Date.now() + 120_000), PARTITION: "0" };
  const empty = await workspace.bash("bash window.sh", late);
  assert.equal(empty.code, 0, empty.err);
  const merge = "ittybit-qa merge parts/[0-3]-*.json --report json=windows.json --fail-on never";
  assert.equal((await workspace.bash(merge)).code, 3);
  assert.equal(await workspace.read("windows.json"), await workspace.read("whole.json"));
  say("a window that kcat left early was incomplete; the windows equal the single run byte for byte");
  assert.ok(whole.exchanges.broken > 0);
}

async function hasPart(workspace: Workspace, { name }: Consumer): Promise<void> {
  const deadline = performance.now() + MAX_READ_MS;
  while ((await workspace.parts(name)).length === 0) {
    assert.ok(performance.now() < deadline, `${name} reports nothing`);
    await delay(100);
  }
}

async function hasRead(workspace: Workspace, whole: Report): Promise<void> {
  const deadline = performance.now() + MAX_READ_MS;
  const wanted = JSON.stringify(extents(whole));
  for (let found = ""; found !== wanted; ) {
    assert.ok(performance.now() < deadline, `after ${MAX_READ_MS / 1_000} s the reports cover ${found}`);
    await delay(2_000);
    await workspace.bash(MERGE);
    found = JSON.stringify(extents(await workspace.report("all.json")));
  }
}

async function ok(workspace: Workspace, script: string): Promise<void> {
  const { code, out, err } = await workspace.bash(script);
  assert.equal(code, 0, `${script}: ${out}${err}`);
}

/** Whether all input was read: it conforms, or some of it is unreadable. */
const isComplete = (code: number) => code === 0 || code === 3;

const extents = ({ origin }: Report) =>
  origin?.ranges?.map(({ partition, from, to }) => ({ partition, from, to }));

/** What of a report does not depend on how often a message came. */
const essence = ({ findings, coverage, broken }: Report) => ({
  findings: findings.map(({ count: _, ...finding }) => finding),
  coverage,
  broken,
});
