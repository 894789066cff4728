import { basename } from "node:path";
import { escapeInvisible, escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import { formatEntry, type HistoryEntry } from "../inspector/history.js";
import type { Mock } from "../mock.js";
import { type Flags, HELP, parseFlags } from "./flags.js";

/** What the command needs of the process. */
export interface CliContext {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Aborts when the process is asked to end (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
}

/** Runs `ittybit-mock` until its signal aborts. Returns the exit code: 0 for success, 2 if it could not run. */
export async function run(args: readonly string[], cli: CliContext): Promise<number> {
  const parsed = parseFlags(args);
  switch (parsed.kind) {
    case "help":
      cli.out(HELP);
      return 0;
    case "mistake":
      return fail(cli, parsed.message);
    case "flags":
      return start(parsed.flags, cli);
    default:
      return parsed satisfies never;
  }
}

async function start(flags: Flags, cli: CliContext): Promise<number> {
  const { createMock } = await import("../mock.js");
  try {
    const mock = await createMock({
      ...(flags.spec === null ? {} : { spec: flags.spec }),
      allowRef: flags.allowRef,
      ...(flags.apiKey === null ? {} : { apiKey: flags.apiKey }),
      ...(flags.maxUpload === null ? {} : { maxUpload: flags.maxUpload }),
      lenientHosts: flags.lenientHosts,
      validateRequest: flags.validateRequest,
      latency: flags.latency,
      stateless: flags.stateless,
      processing: flags.processing,
      seed: flags.seed,
      deterministic: flags.deterministic,
      maxStorage: flags.maxStorage,
      ...(flags.keep === null ? {} : { keep: flags.keep }),
      statePerKey: flags.statePerKey,
      fetchUrls: flags.fetchUrls,
      allowPrivateUrls: flags.allowPrivateUrls,
      ...(flags.scenario === null ? {} : { scenario: flags.scenario }),
      onNotice: (message) => cli.err(`ittybit-mock: ${message}`),
      onResponse: (entry) => cli.out(logLine(entry, flags.json)),
    });
    return await serve(mock, flags, cli);
  } catch (error) {
    return fail(cli, `${(error as Error).message.replace(/\.$/, "")}.`);
  }
}

function logLine(entry: HistoryEntry, json: boolean): string {
  return json ? escapeInvisibleJson(JSON.stringify(entry)) : formatEntry(entry);
}

async function serve(mock: Mock, flags: Flags, cli: CliContext): Promise<number> {
  const stopWatching = flags.watch ? await startWatching(mock, flags, cli) : () => undefined;
  try {
    await listenOnPorts(mock, flags, cli);
    if (!cli.signal.aborted)
      await new Promise((resolve) => cli.signal.addEventListener("abort", resolve, { once: true }));
    return 0;
  } finally {
    stopWatching();
    await mock.close();
  }
}

async function listenOnPorts(mock: Mock, flags: Flags, { out }: CliContext): Promise<void> {
  const { host, port, uploadsPort, spec } = flags;
  const name = spec === null ? "the Ittybit API" : basename(spec);
  const announce = (key: string, text: string, url: string) =>
    out(flags.json ? JSON.stringify({ listening: key, url }) : `${text}: ${url}`);
  if (uploadsPort === null) {
    const hosts = spec === null ? " (both hosts)" : "";
    announce("all", `Mock of ${name}${hosts}`, await listen(mock, { port, host }));
    return;
  }
  announce("api", `Mock of ${name}`, await listen(mock, { port, host, server: "api" }));
  const uploads = await listen(mock, { port: uploadsPort, host, server: "uploads" });
  announce("uploads", "Mock of its uploads host", uploads);
}

async function startWatching(mock: Mock, { spec }: Flags, { err }: CliContext): Promise<() => void> {
  const { watchFolder } = await import("./watch.js");
  return watchFolder(spec ?? "", async () => {
    try {
      await mock.reload();
      err("ittybit-mock: the document was reloaded.");
    } catch (error) {
      err(
        escapeInvisible(`ittybit-mock: ${(error as Error).message} The previous document is still served.`),
      );
    }
  });
}

async function listen(mock: Mock, where: { port: number; host: string; server?: string }): Promise<string> {
  try {
    return (await mock.listen(where)).url;
  } catch (error) {
    throw new Error(describeListenError(error, where.host, where.port));
  }
}

/** Explains in one sentence why a server could not listen, and what to do. */
function describeListenError(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use: stop what listens there, or give --port.`;
  if (code === "EACCES")
    return `Port ${port} on ${host} needs more rights than this account has: give --port above 1023.`;
  return `Cannot listen on ${host}:${port}: ${message}.`;
}

function fail({ err }: CliContext, message: string): number {
  err(escapeInvisible(`ittybit-mock: ${message.replace(/\s*\n\s*/g, " ")} See --help.`));
  return 2;
}
