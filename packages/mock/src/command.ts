import { parseArgs } from "node:util";
import type { Mock } from "./mock.js";

/** What a command needs of the world around it. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Aborts when the process is asked to end (Ctrl-C, SIGTERM). */
  readonly ended: AbortSignal;
}

const help = `Usage: ittybit-mock [options]

Answers as the Ittybit API would, both hosts on one port, from the contract's examples.

  --port <number>  port to listen on, 0 for a free one (default 4010)
  --host <name>    address to bind (default 127.0.0.1)
  --help           show this

Prefer: code=404, example=<name>, dynamic=true and seed=<text> choose the answer.`;

/** Runs `ittybit-mock` until it is told to end. Returns the exit code: 0 fine, 2 could not run. */
export async function run(args: readonly string[], { out, err, ended }: Surroundings): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === "string") return refuse(err, parsed);
  if (parsed.help) {
    out(help);
    return 0;
  }
  const port = Number(parsed.port ?? 4010);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse(err, `--port ${parsed.port} is not a port: give a number from 0 to 65535.`);
  }
  // Prism takes half a second to load; whoever asks for --help need not wait for it.
  const { createMock } = await import("./mock.js");
  const mock = await createMock({
    onAnswer: ({ method, url }, status, ms) =>
      out(`${method} ${new URL(url).pathname} ${status} ${ms.toFixed(1)} ms`),
  });
  return serve(mock, { port, host: parsed.host ?? "127.0.0.1" }, { out, err, ended });
}

async function serve(
  mock: Mock,
  { port, host }: { port: number; host: string },
  { out, err, ended }: Surroundings,
): Promise<number> {
  try {
    const { url } = await mock.listen({ port, host });
    out(`Mock of the Ittybit API (both hosts): ${url}`);
  } catch (error) {
    return refuse(err, describeListenError(error, host, port));
  }
  if (!ended.aborted)
    await new Promise((resolve) => ended.addEventListener("abort", resolve, { once: true }));
  await mock.close();
  return 0;
}

function parse(args: readonly string[]) {
  const options = { port: { type: "string" }, host: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return (error as Error).message.replace(/\.? To specify.*|\.$/s, "").concat(".");
  }
}

/** Says in one sentence why a server could not listen, and what to do. */
export function describeListenError(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use: stop what listens there, or give --port.`;
  if (code === "EACCES")
    return `Port ${port} on ${host} may not be used by this account: give --port above 1023.`;
  return `Cannot listen on ${host}:${port}: ${message}.`;
}

function refuse(err: (line: string) => void, problem: string): number {
  err(`ittybit-mock: ${problem} See --help.`);
  return 2;
}
