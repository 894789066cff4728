import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { redocly } from "../../scripts/lint/third-party-linters.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const fixture = "test/rules/fixtures/valid.yaml";

test("a path item that is written in place is an error, and the only one in a valid document", async () => {
  const lines = readFileSync(new URL("./fixtures/valid.yaml", import.meta.url), "utf8").split("\n");
  const inPlace = ["  /media:", "  /media/{id}:"].map((path) => lines.indexOf(path) + 1);
  expect(await redocly(repository, repository, [fixture])).toEqual({
    kind: "findings",
    lines: inPlace.map(
      (line) =>
        `${fixture}:${line} rule/path-item-ref ` +
        "Put the path item into a file of its own under spec/paths and refer to it with one $ref.",
    ),
  });
});

test("the bundle passes with the configuration that Redocly finds on its own", () => {
  const { status, stdout, stderr } = spawnSync(
    join(repository, "node_modules/.bin/redocly"),
    ["lint", "generated/openapi.yaml", "--format=json"],
    {
      cwd: repository,
      encoding: "utf8",
    },
  );
  expect(JSON.parse(stdout).problems.filter(({ ignored }: { ignored?: boolean }) => !ignored)).toEqual([]);
  expect(status, stderr).toBe(0);
});

test("a rule that is off has its reason above it", () => {
  const lines = readFileSync(`${repository}/redocly.yaml`, "utf8").split("\n");
  const off = lines.filter((line) => line.endsWith(": off"));
  expect(off.filter((line) => !lines[lines.indexOf(line) - 1]?.trim().startsWith("#"))).toEqual([]);
});
