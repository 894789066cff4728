import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { severities } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Report } from "../src/report/report.js";
import { colours } from "../src/reporters/paint.js";
import { reporterNames, reporters } from "../src/reporters/report-formats.js";
import { wrapCommand } from "../src/reporters/wrap.js";
import { goldenTraffic } from "./golden-traffic.js";

const qaFixtures = join(import.meta.dirname, "../../../test/conformance/qa");

let report: Report;
beforeAll(async () => {
  const traffic = `${toNdjson([...cleanTraffic, ...faultyTraffic])}{oops\n`;
  report = JSON.parse((await qa(["check", "-", "--report", "json"], traffic)).out);
});

/** A report whose every text is hostile. */
function hostile(text: string): Report {
  const findings = report.findings.map((finding) => ({
    ...finding,
    operationId: text,
    message: text,
    example: { ...finding.example, url: text, curl: text },
  }));
  return { ...report, findings, broken: [{ source: text, number: 1, problem: text }] };
}

const hostileText = "</script><img src=x onerror=alert(1)>]]>&\"'\u0000\u001b[31m\r\n::error::x\u202e%0A,:";

test.each(reporterNames)("%s writes the same for the same report", (name) => {
  expect(reporters[name](structuredClone(report))).toBe(reporters[name](report));
});

describe("golden reports", () => {
  let golden: Report;
  beforeAll(async () => {
    const spec = join(import.meta.dirname, "fixtures/golden-contract.yaml");
    const ran = await qa(
      ["check", "-", "--spec", spec, "--report", "json"],
      `${toNdjson(goldenTraffic)}{oops\n`,
    );
    const text = ran.out.replaceAll(JSON.stringify(spec), '"golden-contract.yaml"');
    golden = JSON.parse(text);
  });

  test.each(reporterNames)("%s", async (name) => {
    await expect(reporters[name](golden)).toMatchFileSnapshot(`fixtures/golden/${name}`);
  });

  test("show every category and severity", () => {
    expect(new Set(golden.findings.map(({ severity }) => severity))).toEqual(new Set(severities));
    expect(golden.findings.some(({ inferred }) => inferred !== null)).toBe(true);
  });
});

describe("json", () => {
  test("is valid by the schema we publish, which describes every member of it", () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../schemas/report.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(closed(schema) as object);
    for (const one of [report, hostile(hostileText), { ...report, findings: [] }]) {
      validate(JSON.parse(reporters.json(one)));
      expect(validate.errors).toBeNull();
    }
  });
});

/** A schema that knows no member but those it describes. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema) || typeof schema !== "object" || schema === null) return schema;
  const parts = Object.entries(schema).map(([name, part]) => [name, closed(part)]);
  const isOpen = "properties" in schema && "type" in schema;
  return Object.fromEntries(isOpen ? [...parts, ["additionalProperties", false]] : parts);
}

describe("sarif", () => {
  test("is valid by the schema of OASIS, with every finding at a line of spec/", () => {
    const file = join(qaFixtures, "fixtures/sarif-schema-2.1.0.json");
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
    for (const one of [report, hostile(hostileText), { ...report, findings: [] }]) {
      validate(JSON.parse(reporters.sarif(one)));
      expect(validate.errors).toBeNull();
    }
    const { results } = JSON.parse(reporters.sarif(report)).runs[0];
    expect(results.length).toBe(report.findings.length);
    for (const { locations } of results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^spec\//);
    }
  });
});

/** A count of the outermost element. */
function attribute(xml: string, name: string): number {
  return Number(new RegExp(`<testsuites [^>]*${name}="(\\d+)"`).exec(xml)?.[1]);
}

describe("junit", () => {
  test("is valid by the dialect of Ant and Jenkins, and its counts add up, whatever the texts are", async () => {
    const schema = readFileSync(join(qaFixtures, "fixtures/junit.xsd"), "utf8");
    const nothing = { ...report, exchanges: { ...report.exchanges, checked: 0 }, findings: [] };
    for (const one of [report, hostile(hostileText), nothing]) {
      const xml = reporters.junit(one);
      const { valid, errors } = await validateXML({ xml, schema });
      expect([errors, valid]).toEqual([[], true]);
      expect(attribute(xml, "tests")).toBe(xml.match(/<testcase /g)?.length);
      expect(attribute(xml, "failures")).toBe(xml.match(/<failure /g)?.length ?? 0);
      expect(attribute(xml, "errors")).toBe(xml.match(/<error /g)?.length ?? 0);
    }
  });

  test("has an error for what could not be read, and for a run that checked nothing", async () => {
    const { out } = await qa(["check", "-", "--report", "junit"], "{oops\n");
    const operations = out.match(/<skipped message="no traffic"\/>/g)?.length ?? 0;
    expect(operations).toBe(Object.keys(report.coverage.operations).length);
    expect(out).toContain(`tests="${operations + 2}" failures="0" errors="2"`);
    expect(out).toContain('<error message="Nothing was checked." type="input">');
    expect(out).toContain('<error message="standard input: 1: line is not JSON (character 1)" type="input">');
  });

  test("skips an operation that no traffic went to", async () => {
    const { out } = await qa(["check", "-", "--report", "junit"], toNdjson(faultyTraffic));
    expect(out).toContain(
      '<testcase name="conforms to the contract" classname="createMedia"><skipped message="no traffic"/>',
    );
  });
});

describe("github", () => {
  test("writes one command a finding, whatever the texts are", () => {
    const lines = reporters.github(hostile(hostileText)).trimEnd().split("\n");
    const [unread, ...found] = lines;
    expect(unread).toMatch(/^::error title=input::[^:]/);
    expect(found).toHaveLength(report.findings.length);
    for (const line of found)
      expect(line).toMatch(/^::(error|warning|notice) file=spec\/[^,:]*,line=\d+,title=[^,:]*::[^:]/);
  });
});

describe("pretty", () => {
  test("keeps to 80 columns, but for words that are longer", () => {
    const long = report.findings.map((finding) => ({ ...finding, message: "must be so ".repeat(30) }));
    for (const line of reporters.pretty({ ...report, findings: long }).split("\n"))
      if (line.length > 80) expect(line.trim()).not.toContain(" ");
  });

  test("breaks a command so that a shell reads it as one", async () => {
    const curl = `curl -i https://a.example/b -X PATCH -H 'X-It: don'\\''t  stop' --data-raw '{"a": "\n  b"}' ${"c ".repeat(60).trim()}`;
    const lines = wrapCommand(curl, 60);
    expect(lines.length).toBeGreaterThan(3);
    const words = async (command: string) =>
      (await promisify(execFile)("sh", ["-c", `curl() { printf '<%s>' "$@"; }\n${command}`])).stdout;
    expect(await words(lines.join("\n"))).toBe(await words(curl));
  });

  test("colours severities and places where it is told to, and nothing else changes", () => {
    const painted = reporters.pretty(report, { paint: colours });
    expect(painted).toContain("\u001b[1;31merror\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a colour begins and ends
    expect(painted.replaceAll(/\u001b\[[\d;]*m/g, "")).toBe(reporters.pretty(report));
  });

  test("obeys no control character of the traffic", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(reporters.pretty(hostile(hostileText))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

test.each(["junit", "sarif", "github", "gitlab", "html"] as const)(
  "%s says that exchanges passed without being checked",
  (name) => {
    const skipped = { ...report, exchanges: { ...report.exchanges, skipped: 1_200 } };
    expect(reporters[name](skipped)).toContain("1,200 exchanges passed without being checked.");
    expect(reporters[name](report)).not.toContain("without being checked");
  },
);

describe("gitlab", () => {
  test("has what GitLab asks of each fault, and no fingerprint twice", () => {
    const faults = JSON.parse(reporters.gitlab(report));
    expect(faults).toHaveLength(report.findings.length + 1);
    for (const one of faults)
      expect(one).toEqual({
        description: expect.any(String),
        check_name: expect.any(String),
        fingerprint: expect.any(String),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: expect.stringMatching(/^(spec\/|ittybit)/), lines: { begin: expect.any(Number) } },
      });
    const prints = faults.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(faults.length);
  });
});

describe("html", () => {
  test("names no other host and runs nothing from traffic", () => {
    const page = reporters.html(hostile(hostileText));
    expect(page).not.toContain("<img");
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(reporters.html(report)).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//);
  });
});
