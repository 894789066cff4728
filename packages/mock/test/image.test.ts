import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const dockerfile = await readFile(`${root}Dockerfile`, "utf8");
const compose = parse(await readFile(`${root}compose.yaml`, "utf8"));
const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, image = "", name = ""]) => ({
  image,
  name,
}));

/** The instructions of one stage. */
function buildStage(name: string): string {
  return dockerfile.split(/^(?=FROM )/m).find((text) => text.includes(` AS ${name}\n`)) ?? "";
}

it("builds on images of a stated version", () => {
  const names = stages.map(({ name }) => name);
  const bases = stages.map(({ image }) => image).filter((image) => !names.includes(image));
  expect(bases.filter((image) => !/:\d+\.\d+/.test(image))).toEqual([]);
});

it("runs the mock and the docs as users without rights", () => {
  for (const name of Object.keys(compose.services))
    expect(buildStage(name)).toMatch(/^USER (?!root|0\b)\S+$/m);
});

it("composes what the Dockerfile builds, for this machine alone", () => {
  const services: { build: { target: string }; ports: string[] }[] = Object.values(compose.services);
  expect(services.map(({ build }) => stages.some(({ name }) => name === build.target))).toEqual([true, true]);
  expect(services.flatMap(({ ports }) => ports).filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
});

it("copies nothing that is not there", () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files = ""]) =>
    files.split(" "),
  );
  expect(copied.filter((file) => !existsSync(root + file))).toEqual([]);
});
