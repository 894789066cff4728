import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Sandbox } from "./sandbox.js";
import { block, shards, unreadable, writeShards } from "./scale-page.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  await writeShards(sandbox, "store/traffic");
});
afterAll(() => sandbox.close());

const [check, verdict] = ["contract-check", "contract-verdict"].map((name) =>
  parse(block("yaml", `name: ${name}\n`)),
);
const podOf = (job: typeof check) => job.spec.template.spec;
const containersOf = (job: typeof check) => [...podOf(job).initContainers, ...podOf(job).containers];

test("the jobs are complete: mounts have volumes, containers have limits, no pod restarts", () => {
  for (const job of [check, verdict]) {
    expect([job.apiVersion, job.kind, podOf(job).restartPolicy]).toEqual(["batch/v1", "Job", "Never"]);
    expect(job.spec.activeDeadlineSeconds).toBeGreaterThan(0);
    const volumes = podOf(job).volumes.map(({ name }: { name: string }) => name);
    for (const { image, volumeMounts, resources, securityContext } of containersOf(job)) {
      expect(image).toMatch(/:\d/);
      expect(volumes).toContain(volumeMounts[0].name);
      expect(resources.limits.memory).toBeDefined();
      expect(securityContext.readOnlyRootFilesystem).toBe(true);
    }
  }
  expect(check.spec).toMatchObject({ completionMode: "Indexed", completions: shards.length });
  expect(containersOf(verdict)[1].command[2]).toContain(`--expect ${shards.length} `);
});

/** The CPU limit is the only value that the manifests take from elsewhere. */
interface EnvVar {
  readonly name: string;
  readonly value?: string;
}

/** Runs the containers of a pod one after the other, each with the folder of the pod in place of /work. */
async function runPod(job: typeof check, index: string) {
  const work = join(sandbox.folder, "..", `pod-${job.metadata.name}-${index}-${pods++}`);
  await mkdir(work, { recursive: true });
  const codes: number[] = [];
  for (const { command, env = [] } of containersOf(job)) {
    expect(command.slice(0, 2)).toEqual(["sh", "-c"]);
    const given = Object.fromEntries(env.map(({ name, value = "1" }: EnvVar) => [name, value]));
    const script = `sh -c "$COMMAND"`;
    const COMMAND = command[2].replaceAll("/work", work);
    const ran = await sandbox.bash(script, { JOB_COMPLETION_INDEX: index, ...given, COMMAND });
    codes.push(ran.code);
    if (ran.code !== 0) break;
  }
  return codes;
}
let pods = 0;

/** Checks these indexes with their attempts, then the verdict. Returns the codes of both. Reports of others stay. */
async function runJobs(indexes: readonly string[]) {
  const stale = indexes.map((index) => `store/reports/*/${index}*.json`).join(" ");
  await sandbox.bash(`rm -rf ${stale} store/verdicts; mkdir -p store/reports store/verdicts`);
  const runs = await Promise.all(indexes.map((index) => runPod(check, index)));
  return [...runs, await runPod(verdict, "")].map((codes) => codes.at(-1));
}

const stored = () => readFile(join(sandbox.folder, `store/verdicts/2026-11-26/report.json`), "utf8");

beforeAll(() =>
  sandbox.command(
    "rclone",
    `at() { echo "$1" | sed s,^store:,store/,; }
from="$(at "$2")"; to="$(at "$3")"
case "$1" in
copyto) mkdir -p "$(dirname "$to")"; cp "$from" "$to" ;;
copy) [ -d "$from" ] || exit 3; mkdir -p "$to"; cp -r "$from/." "$to" ;;
esac`,
  ),
);

test("indexes are checked at once, one of them again, and the result is that of a single run", async () => {
  expect(await runJobs(["0", "1", "2", "3", "2"])).toEqual([0, 0, 0, 0, 0, 1]);
  const single = await qa([
    ...["check", join(sandbox.folder, "whole.ndjson"), "--run", "2026-11-26"],
    ...["--fail-on", "never", "--report", "json"],
  ]);
  expect(await stored()).toBe(single.out);
});

describe("besides three shards without findings", () => {
  beforeAll(async () => {
    for (const index of ["0", "1", "3"]) {
      const of = ["--run", "2026-11-26", "--shard", index, "--fail-on", "never", "--report", "json"];
      const { code, out } = await qa(["check", "-", ...of], toNdjson(cleanTraffic));
      expect(code).toBe(0);
      await sandbox.file(`store/reports/2026-11-26/${index}.json`, out);
    }
  });

  test("a shard that is missing fails its index and the verdict", async () => {
    await sandbox.bash("rm -f store/traffic/2.ndjson");
    expect(await runJobs(["2"])).toEqual([1, 2]);
    expect(JSON.parse(await stored()).origin.shards).toHaveLength(3);
  });

  test("a shard with an unreadable line fails its index at once, and its report counts", async () => {
    await sandbox.file("store/traffic/2.ndjson", `${unreadable}\n${toNdjson(cleanTraffic)}`);
    expect(await runJobs(["2"])).toEqual([3, 3]);
    expect(JSON.parse(await stored()).broken).toHaveLength(1);
    expect(check.spec.podFailurePolicy.rules[0]).toMatchObject({
      action: "FailIndex",
      onExitCodes: { containerName: "store", values: [3] },
    });
  });

  test("a shard that is there again under another name is reported, and changes no verdict", async () => {
    await sandbox.file("store/traffic/2.ndjson", toNdjson(cleanTraffic));
    expect(await runJobs(["2"])).toEqual([0, 0]);
    const reports = join(sandbox.folder, "store/reports/2026-11-26");
    await copyFile(join(reports, "2.json"), join(reports, "2-again.json"));
    const files = (await readdir(reports)).map((name) => join(reports, name));
    const { code, err } = await qa(["merge", ...files, "--expect", "4"]);
    expect([code, err]).toEqual([0, "ittybit-qa: Shard 2 counts 2 times.\n"]);
  });
});
