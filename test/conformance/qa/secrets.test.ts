import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { toHar, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, expect, test } from "vitest";
import { reporters } from "../../../packages/qa/src/reporters/report-formats.js";
import { places, plain, secret, traces } from "./secret-places.js";

const folder = mkdtempSync(join(tmpdir(), "qa-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

test(`there are at least 30 places, ${places.length} of them`, () => {
  expect(places.length).toBeGreaterThanOrEqual(30);
});

test.each(places)("%s is in no report", async (_, exchange) => {
  for (const traffic of [toNdjson([exchange]), toHar([exchange])]) {
    const forms = Object.keys(reporters);
    const targets = forms.flatMap((form) => ["--report", `${form}=${join(folder, form)}`]);
    const { err, code } = await qa(["check", "-", "--redact", "x-tenant", ...targets], traffic);
    expect([err, code]).toEqual(["", 1]);
    for (const form of forms) {
      const text = readFileSync(join(folder, form), "utf8");
      expect(text.length).toBeGreaterThan(100);
      expect([...traces(text, plain), ...traces(text, secret)]).toEqual([]);
    }
  }
});
