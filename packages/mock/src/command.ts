import { type Flags, help, readFlags } from "./flags.js";
import type { Mock } from "./mock.js";
import { type Exchanged, lineOf } from "./record.js";

/** What a command needs of the world around it. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Aborts when the process is asked to end (Ctrl-C, SIGTERM). */
  readonly ended: AbortSignal;
}

/** Runs `ittybit-mock` until it is told to end. Returns the exit code: 0 fine, 2 could not run. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, err } = surroundings;
  const read = readFlags(args);
  switch (read.kind) {
    case "help":
      out(help);
      return 0;
    case "mistake":
      return refuse(err, read.message);
    case "flags":
      return start(read.flags, surroundings);
    default:
      return read satisfies never;
  }
}

async function start(flags: Flags, surroundings: Surroundings): Promise<number> {
  const { createMock } = await import("./mock.js");
  try {
    const mock = await createMock({
      ...(flags.spec === null ? {} : { spec: flags.spec }),
      ...(flags.apiKey === null ? {} : { apiKey: flags.apiKey }),
      ...(flags.maxUpload === null ? {} : { maxUpload: flags.maxUpload }),
      lenientHosts: flags.lenientHosts,
      latency: flags.latency,
      onAnswer: (exchanged) => surroundings.out(logLine(exchanged, flags.json)),
    });
    return await serve(mock, flags, surroundings);
  } catch (error) {
    return refuse(surroundings.err, `${(error as Error).message.replace(/\.$/, "")}.`);
  }
}

function logLine(exchanged: Exchanged, json: boolean): string {
  return json ? JSON.stringify(exchanged) : lineOf(exchanged);
}

async function serve(mock: Mock, flags: Flags, { out, err, ended }: Surroundings): Promise<number> {
  const say = (key: string, text: string, url: string) =>
    out(flags.json ? JSON.stringify({ listening: key, url }) : `${text}: ${url}`);
  const stopWatching = flags.watch ? await startWatching(mock, flags, err) : () => undefined;
  try {
    const { host } = flags;
    if (flags.uploadsPort === null) {
      const { url } = await listen(mock, { port: flags.port, host });
      say("all", "Mock of the Ittybit API (both hosts)", url);
    } else {
      say(
        "api",
        "Mock of the Ittybit API",
        (await listen(mock, { port: flags.port, host, server: "api" })).url,
      );
      const uploads = await listen(mock, { port: flags.uploadsPort, host, server: "uploads" });
      say("uploads", "Mock of its uploads host", uploads.url);
    }
    if (!ended.aborted)
      await new Promise((resolve) => ended.addEventListener("abort", resolve, { once: true }));
    return 0;
  } finally {
    stopWatching();
    await mock.close();
  }
}

async function startWatching(mock: Mock, { spec }: Flags, err: (line: string) => void) {
  const { watchFolder } = await import("./watch.js");
  return watchFolder(spec ?? "", async () => {
    try {
      await mock.reload();
      err("ittybit-mock: the document was read again.");
    } catch (error) {
      err(`ittybit-mock: ${(error as Error).message} The last good document still answers.`);
    }
  });
}

async function listen(mock: Mock, where: { port: number; host: string; server?: string }) {
  try {
    return await mock.listen(where);
  } catch (error) {
    throw new Error(describeListenError(error, where.host, where.port));
  }
}

/** Says in one sentence why a server could not listen, and what to do. */
function describeListenError(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use: stop what listens there, or give --port.`;
  if (code === "EACCES")
    return `Port ${port} on ${host} may not be used by this account: give --port above 1023.`;
  return `Cannot listen on ${host}:${port}: ${message}.`;
}

function refuse(err: (line: string) => void, problem: string): number {
  err(`ittybit-mock: ${problem.replace(/\s*\n\s*/g, " ")} See --help.`);
  return 2;
}
