import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock } from "@ittybit/mock";
import { expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const workflows = readdirSync(`${repository}spec/workflows`).map((name) => `spec/workflows/${name}`);

it("every workflow of spec/ succeeds against the mock, with a wait until the file is processed", async () => {
  const mock = await createMock({ apiKey: "key", processing: "reads=1" });
  const { url } = await mock.listen({ port: 0 });
  const args = ["respect", ...workflows, "--server", `ittybit=${url}`, "--input", "apiKey=key"];
  const cli = `${repository}node_modules/@redocly/cli/bin/cli.js`;
  const env = {
    ...process.env,
    NO_COLOR: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, ...args], {
    cwd: repository,
    env,
  });
  expect(stdout + stderr).toContain(`Workflows: ${workflows.length} passed, ${workflows.length} total`);
  expect(stdout + stderr).toContain("Retrying step wait");
  expect(mock.state().at(-1)).toMatchObject({ title: "Harbour at noon", deleted: expect.any(String) });
  await mock.close();
});
