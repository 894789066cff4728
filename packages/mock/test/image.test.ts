import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
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

it.each([
  [[], "4010"],
  [["--port", "5000", "--seed", "empty"], "5000"],
  [["--port=5001"], "5001"],
  [["-p", "5002"], "5002"],
])("checks the health of the port in the arguments %j", async (args, port) => {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-image-"));
  const cmdline = join(folder, "cmdline");
  await writeFile(cmdline, ["node", "bin.js", "--host", "0.0.0.0", "--port", "4010", ...args, ""].join("\0"));
  const [, command = ""] = /^HEALTHCHECK .*? CMD (.+)$/m.exec(dockerfile) ?? [];
  const script = command.replace("/proc/1/cmdline", cmdline).replace("wget -q -O /dev/null", "echo");
  const { stdout } = await promisify(execFile)("sh", ["-c", script]);
  expect(stdout).toBe(`http://127.0.0.1:${port}/__mock\n`);
  await rm(folder, { recursive: true });
});
