import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import type { World } from "./cli-context.js";
import { help } from "./help.js";
import { writeFailure } from "./write-failure.js";

type Command = (args: readonly string[], world: World) => Promise<ExitCode>;

/** Each command is loaded when it runs: whoever asks for --help waits for none. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.js")).check,
  merge: async () => (await import("./merge.js")).merge,
  proxy: async () => (await import("./proxy.js")).proxy,
};

/** Runs `ittybit-qa` and returns its exit code. */
export async function run(world: World): Promise<ExitCode> {
  try {
    return await perform(world);
  } catch (error) {
    world.err(`ittybit-qa: ${problem(error)}`);
    return 2;
  }
}

async function perform(world: World): Promise<ExitCode> {
  const [name, ...args] = world.args;
  switch (name) {
    case undefined:
      throw new UsageError("No command is given.");
    case "help":
    case "--help":
      await world.out(`${help}\n`);
      return 0;
    case "--version":
      await world.out(`${(await import("@ittybit/openapi/version")).version}\n`);
      return 0;
    default:
      return (await commandOf(name))(args, world);
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
  if (isOfOutput(error)) return `standard output cannot be written: ${writeFailure(error)}.`;
  return `This is a fault of ittybit-qa, please report it: ${error instanceof Error ? error.stack : error}`;
}

function isOfOutput(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}
