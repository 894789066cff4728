import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import type { CliContext } from "./cli-context.js";
import { help } from "./help.js";
import { writeErrorReason } from "./write-failure.js";

type Command = (args: readonly string[], context: CliContext) => Promise<ExitCode>;

/** Each command is loaded when it runs: whoever asks for --help waits for none. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.js")).check,
  merge: async () => (await import("./merge.js")).merge,
  proxy: async () => (await import("./proxy.js")).proxy,
};

/** Runs `ittybit-qa` and returns its exit code. */
export async function run(context: CliContext): Promise<ExitCode> {
  try {
    return await perform(context);
  } catch (error) {
    context.err(`ittybit-qa: ${problem(error)}`);
    return 2;
  }
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
      return (await commandOf(name))(args, context);
  }
}

/** @throws UsageError where there is none of this name */
async function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`${name} is not a command.`);
  return load();
}

/** One line for what the user can mend; the stack of a fault of ours is kept for whoever reports it. */
function problem(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} See --help.`;
  if (error instanceof Error && error.name === "ContractError") return error.message;
  if (isOfOutput(error)) return `standard output cannot be written: ${writeErrorReason(error)}.`;
  return `This is a fault of ittybit-qa, please report it: ${error instanceof Error ? error.stack : error}`;
}

function isOfOutput(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}
