import { join } from "node:path";
import { Running, takenPort } from "@ittybit/test-support/commands/process";
import { expect, it } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { builtScripts } from "../../scripts/cache/shared-builds.js";

const commands = {
  start: await builtCommand("start"),
  docs: await builtCommand("docs"),
  test: await builtCommand("test"),
  contract: await builtCommand("contract"),
  prism: await builtCommand("prism"),
  mock: join(await builtScripts("mock"), "bin.js"),
};

async function run(...args: string[]) {
  const running = new Running(args);
  const code = await running.ended();
  return { code, out: running.out, err: running.err };
}

it.each(Object.entries(commands))("%s --help says how to call it, exit code 0", async (_name, file) => {
  expect(await run(file, "--help")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Usage: .*--help/s),
    err: "",
  });
});

it.each(Object.entries(commands))(
  "%s: an unknown flag is one line that names it, exit code 2",
  async (name, file) => {
    const { code, out, err } = await run(file, "--wat");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^[a-z-]*${name}: Unknown option '--wat'.*--help.*\\n$`));
  },
);

it.each([
  [
    "start with a port that is none",
    [commands.start, "--mock-port", "80x"],
    /^start: --mock-port 80x is not a port/,
  ],
  ["mock with a port that is none", [commands.mock, "--port", "80x"], /^ittybit-mock: --port 80x is not/],
  [
    "docs without a bundle",
    [commands.docs, "--bundle", "none.json"],
    /^docs: none.json: .* Run npm run generate/,
  ],
  ["docs of a file that is not JSON", [commands.docs, "--bundle", "README.md"], /^docs: README.md: .*JSON/],
  ["docs of JSON that is no OpenAPI", [commands.docs, "--bundle", "biome.json"], /^docs: Redocly: \S/],
])("%s: one line, exit code 2", async (_what, args, line) => {
  const { code, out, err } = await run(...args);
  expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
  expect(err).toMatch(line);
});

it("mock on a port in use: one line that says what to do, exit code 2", async () => {
  const taken = await takenPort();
  expect(await run(commands.mock, "--port", `${taken.port}`)).toEqual({
    code: 2,
    out: "",
    err: `ittybit-mock: Port ${taken.port} on 127.0.0.1 is in use: stop what listens there, or give --port. See --help.\n`,
  });
  taken.close();
});
