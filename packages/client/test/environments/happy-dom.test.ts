// @vitest-environment happy-dom
// @vitest-environment-options {"settings": {"fetch": {"disableSameOriginPolicy": true}}}
import processConsole from "node:console";
import { afterAll, vi } from "vitest";
import { describeClientIn } from "./dom-environment.js";

// happy-dom destroys the socket of a request that is aborted, and logs that as an error.
const { error: print } = processConsole;
const log = vi.spyOn(processConsole, "error").mockImplementation((first, ...others) => {
  if (first?.code !== "ECONNRESET") print(first, ...others);
});
afterAll(() => log.mockRestore());

describeClientIn("happy-dom");
