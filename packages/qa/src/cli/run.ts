import type { ExitCode } from "../report/thresholds.js";
import { escapeLines } from "../reporters/escape.js";
import { UsageError } from "../usage-error.js";
import type { CliContext } from "./cli-context.js";
import { writeErrorReason } from "./write-error.js";

/** Text of `ittybit-qa --help`. */
export const help = `Usage: ittybit-qa <command> [options]

Checks responses of the Ittybit media API against its contract, and reports what
the traffic did not cover.

  check   check recorded traffic: HAR and NDJSON files, or standard input
  proxy   check live traffic while it passes through to the API
  merge   merge the reports of several runs

  ittybit-qa <command> --help   options of a command
  ittybit-qa --version          version`;

type Command = (args: readonly string[], context: CliContext) => Promise<ExitCode>;

/** Commands are loaded when they run, so that `--help` loads none. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.js")).check,
  merge: async () => (await import("./merge.js")).merge,
  proxy: async () => (await import("./proxy.js")).proxy,
};

/** Runs `ittybit-qa` and returns its exit code. */
export async function run(process: CliContext): Promise<ExitCode> {
  const context = { ...process, err: (line: string) => process.err(escapeLines(line)) };
  try {
    return await perform(context);
  } catch (error) {
    context.err(`ittybit-qa: ${await withoutSecrets(errorMessage(error))}`);
    return 2;
  }
}

/** Flags may hold secrets, such as a password in a URL. */
async function withoutSecrets(message: string): Promise<string> {
  const { createRedactor } = await import("@ittybit/contract/redaction");
  const nothing = { method: "", url: "", headers: [], body: null };
  return createRedactor()
    .open({ request: nothing, response: { status: 0, headers: [], body: null } })
    .text(message);
}

async function perform(context: CliContext): Promise<ExitCode> {
  const [name, ...args] = context.args;
  switch (name) {
    case undefined:
      throw new UsageError("No command is given.");
    case "help":
    case "--help":
      await context.out(`${help}\n`);
      return 0;
    case "--version":
      await context.out(`${(await import("@ittybit/openapi/version")).version}\n`);
      return 0;
    default:
      return (await loadCommand(name))(args, context);
  }
}

/** @throws UsageError for an unknown name */
async function loadCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`${name} is not a command.`);
  return load();
}

/** One line for what the user can fix. Internal errors keep their stack for the bug report. */
function errorMessage(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} See --help.`;
  if (error instanceof Error && error.name === "ContractError") return error.message;
  if (isOutputError(error)) return `standard output cannot be written: ${writeErrorReason(error)}.`;
  return `This is a bug in ittybit-qa, please report it: ${error instanceof Error ? error.stack : error}`;
}

function isOutputError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}
