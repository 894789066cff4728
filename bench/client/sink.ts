import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildScripts } from "../../scripts/build-client.js";

const DIST = fileURLToPath(new URL("../../packages/client/dist", import.meta.url));
const PROGRAM = fileURLToPath(new URL("sink.mjs", import.meta.url));

/** Builds the client, and starts a server in a process of its own that reads all and keeps nothing. */
export async function startSink() {
  await buildScripts(DIST);
  const sink = spawn(process.execPath, [PROGRAM], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((listening) =>
    sink.stdout.once("data", (text) => listening(String(text).trim())),
  );
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void sink.kill() };
}
