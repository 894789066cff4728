import { createServer } from "node:net";
import { runProxy } from "@ittybit/test-support/servers/running-proxy";
import { describe, expect, test } from "vitest";

describe("a command line that cannot work: one line, exit code 2", () => {
  test.each([
    [["--listen", "nowhere"], /^--listen nowhere is not HOST:PORT/],
    [["--listen", "127.0.0.1:70000"], /^--listen 127.0.0.1:70000 is not HOST:PORT/],
    [["--listen", "192.0.2.1:1234"], /^--listen 192.0.2.1:1234 is not possible/],
    [["--for", "soon"], /^--for soon is not a time such as 60s, 5m or 1h/],
    [["--for", "0s"], /^--for 0s is not a time/],
    [["--server", "api.ittybit.com"], /^--server api.ittybit.com is not HOST=URL/],
    [["--server", "http://127.0.0.1:1/v1"], /^--server http:\/\/127.0.0.1:1\/v1 is not HOST=URL/],
    [
      ["--server", "example.com=http://127.0.0.1:1"],
      /^--server example.com=…: the contract has no such host; it has api.ittybit.com, uploads.ittybit.com/,
    ],
    [["--record", "/nowhere/at/all"], /^--record \/nowhere\/at\/all cannot be written \(ENOENT\)/],
    [["--fail-on", "always"], /^--fail-on always is not one of/],
    [["--spec", "nowhere.yaml"], /^nowhere.yaml does not exist/],
    [["--enforce", "--fail-on", "never"], /^--enforce with --fail-on never would hold every response/],
    [["traffic.har"], /^proxy takes no file or URL/],
    [["--wat"], /^Unknown option '--wat'/],
  ])("%j", async (args, line) => {
    const { code, out, err } = await runProxy(args);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err.replace("ittybit-qa: ", "")).toMatch(line);
  });

  test("a port that is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as { port: number };
    const { code, err } = await runProxy(["--listen", `127.0.0.1:${port}`]);
    expect([code, err]).toEqual([
      2,
      `ittybit-qa: Port ${port} on 127.0.0.1 is in use: stop what listens there, or give another with --listen. See --help.\n`,
    ]);
    taken.close();
  });
});
