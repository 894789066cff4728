import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let baseline: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qa-baseline-"));
  baseline = join(folder, "baseline.json");
});
afterAll(() => rm(folder, { recursive: true }));

const [noId, noKind, noTitle] = ["id", "kind", "title"].map((name) =>
  altered("/media/med_123", (body) => delete body.data[name]),
);
const traffic = (...exchanges: readonly (typeof noId)[]) =>
  toNdjson(exchanges.flatMap((exchange) => exchange ?? []));

/** Writes the baseline: `id` and `kind` are missing. */
async function writeBaseline(): Promise<void> {
  await qa(["check", "-", "--report", `json=${baseline}`], traffic(noId, noKind));
}

async function report(form: string, input: string): Promise<string> {
  return (await qa(["check", "-", "--baseline", baseline, "--report", form], input)).out;
}

async function keptMessages(): Promise<string[]> {
  const { findings } = JSON.parse(await readFile(baseline, "utf8"));
  return findings.map(({ message }: { message: string }) => /"(\w+)"/.exec(message)?.[1]);
}

test("pretty shows what is new first, counts what is known, and lists what is gone", async () => {
  await writeBaseline();
  const out = await report("pretty", traffic(noTitle, noKind));
  const order = [
    'property "title" is required',
    "\nKnown from the baseline\n  getMedia  1 error\n\n",
    'Gone since the baseline\n  getMedia: response body at /data: property "id" is required',
    "Compared with the baseline: 1 new, 1 known, 1 gone.\n",
  ].map((text) => out.indexOf(text));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(out).not.toContain('property "kind" is required');
});

test("html shows what is new, folds what is known, and lists what is gone", async () => {
  await writeBaseline();
  const out = await report("html", traffic(noTitle, noKind));
  const [fresh, known] = out.split('<details class="baseline" id="known">');
  expect(fresh).toContain("property &quot;title&quot; is required");
  expect(fresh).not.toContain("property &quot;kind&quot; is required");
  expect(known).toContain("<summary>Known from the baseline: 1 finding</summary>");
  expect(known).toContain("<summary>Gone since the baseline: 1 finding</summary><ul><li>getMedia: ");
  const quiet = await report("html", traffic(noKind));
  expect(quiet).toContain("<title>Nothing new was found; the baseline lists 1 finding.</title>");
});

test("json, sarif and gitlab tell new, known and gone apart", async () => {
  await writeBaseline();
  const input = traffic(noTitle, noKind);
  const [json, sarif, gitlab] = await Promise.all(
    ["json", "sarif", "gitlab"].map(async (form) => JSON.parse(await report(form, input))),
  );
  expect(json.baseline).toEqual({
    new: [expect.any(String)],
    known: [expect.any(String)],
    gone: [expect.objectContaining({ message: expect.stringContaining('"id" is required') })],
  });
  const states = sarif.runs[0].results.map((one: { baselineState: string }) => one.baselineState);
  expect(states.toSorted()).toEqual(["absent", "new", "unchanged"]);
  expect(gitlab).toMatchObject([{ description: expect.stringContaining('"title" is required') }]);
});

test("--update-baseline removes what is gone, and adds nothing", async () => {
  await writeBaseline();
  const update = ["check", "-", "--baseline", baseline, "--update-baseline", "--report", "junit"];
  const { code, err } = await qa(update, traffic(noTitle, noKind));
  expect([code, err]).toEqual([0, `ittybit-qa: 1 finding removed from ${baseline}, 1 kept.\n`]);
  expect(await keptMessages()).toEqual(["kind"]);
  expect((await qa(["check", "-", "--baseline", baseline], traffic(noId))).code).toBe(1);
  const again = await qa(update, traffic(noKind));
  expect([again.code, again.err]).toEqual([
    0,
    `ittybit-qa: ${baseline} is up to date: none of its findings is gone.\n`,
  ]);
  expect(await readdir(folder)).toEqual(["baseline.json"]);
});

test.each([
  [
    "traffic that does not call the operation",
    cleanTraffic.filter(({ request }) => request.method === "POST"),
  ],
  [
    "traffic that never gets the status",
    cleanTraffic.filter(({ request, response }) => request.method !== "POST" && response.status !== 200),
  ],
])("%s proves nothing gone", async (_, exchanges) => {
  await writeBaseline();
  const update = ["check", "-", "--baseline", baseline, "--update-baseline"];
  const { err } = await qa(update, toNdjson(exchanges));
  expect(err).toBe(`ittybit-qa: ${baseline} is up to date: none of its findings is gone.\n`);
});

test("a run that read only a part of its input updates nothing", async () => {
  await writeBaseline();
  const update = ["check", "-", "--baseline", baseline, "--update-baseline"];
  const { code, err } = await qa(update, `${traffic(noKind)}{oops\n`);
  expect([code, err]).toEqual([
    3,
    `ittybit-qa: ${baseline} is not updated, because the run is not complete.\n`,
  ]);
  expect(await keptMessages()).toHaveLength(2);
});

test("--update-baseline without --baseline is a usage error", async () => {
  expect(await qa(["check", "-", "--update-baseline"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("--update-baseline needs the file: add --baseline FILE."),
  });
});
