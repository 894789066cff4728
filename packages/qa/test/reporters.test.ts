import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/report/report.js";
import { type ReporterName, reporters } from "../src/reporters/reporters.js";
import { qa } from "./command.js";
import { faultyTraffic } from "./faulty-traffic.js";
import { cleanTraffic, toNdjson } from "./traffic.js";

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

const nasty = "</script><img src=x onerror=alert(1)>]]>&\"'\u0000\u001b[31m\r\n::error::x\u202e%0A,:";

test.each(Object.keys(reporters) as ReporterName[])("%s writes the same for the same report", (name) => {
  expect(reporters[name](structuredClone(report))).toBe(reporters[name](report));
});

describe("golden reports", () => {
  const golden = {
    pretty: "txt",
    json: "json",
    junit: "xml",
    sarif: "sarif",
    github: "github.txt",
    html: "html",
  } as const;
  test.each(Object.entries(golden))("%s", async (name, ending) => {
    const small = {
      ...report,
      coverage: { ...report.coverage, values: {}, properties: {}, nulls: {}, arrays: {} },
    };
    await expect(reporters[name as ReporterName](small)).toMatchFileSnapshot(`fixtures/report.${ending}`);
  });
});

describe("json", () => {
  test("is valid by the schema we publish, which describes every member of it", () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../schemas/report.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(closed(schema) as object);
    for (const one of [report, hostile(nasty), { ...report, findings: [] }]) {
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
    const file = join(import.meta.dirname, "../../../test/batteries/qa/fixtures/sarif-schema-2.1.0.json");
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
    for (const one of [report, hostile(nasty), { ...report, findings: [] }]) {
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

describe("junit", () => {
  test("is well-formed XML whose counts add up, whatever the texts are", () => {
    for (const one of [report, hostile(nasty)]) {
      const xml = reporters.junit(one);
      expect(XMLValidator.validate(xml)).toBe(true);
      const read = new XMLParser({
        ignoreAttributes: false,
        isArray: (name) => name.startsWith("test"),
      }).parse(xml);
      const [all] = read.testsuites;
      const cases = all.testsuite.flatMap(({ testcase }: { testcase: object[] }) => testcase);
      expect(cases).toHaveLength(Number(all["@_tests"]));
      expect(cases.filter((one: object) => "failure" in one)).toHaveLength(Number(all["@_failures"]));
    }
  });

  test("skips an operation that no traffic went to", async () => {
    const { out } = await qa(["check", "-", "--report", "junit"], toNdjson(faultyTraffic));
    expect(out).toContain(
      '<testcase name="keeps the contract" classname="createMedia"><skipped message="no traffic"/>',
    );
  });
});

describe("github", () => {
  test("writes one command a finding, whatever the texts are", () => {
    const lines = reporters.github(hostile(nasty)).trimEnd().split("\n");
    expect(lines).toHaveLength(report.findings.length);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=spec\/[^,:]*,line=\d+,title=[^,:]*::[^:]/);
  });
});

describe("pretty", () => {
  test("obeys no control character of the traffic", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(reporters.pretty(hostile(nasty))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe("html", () => {
  test("names no other host and runs nothing from traffic", () => {
    const page = reporters.html(hostile(nasty));
    expect(page).not.toContain("<img");
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(reporters.html(report)).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//);
  });
});
