import { UsageError } from "../usage-error.js";
import type { ExitCode } from "../verdict.js";
import { help } from "./help.js";
import type { World } from "./world.js";

/** Each command is loaded when it runs: whoever asks for --help waits for none. */
const commands: Readonly<
  Record<string, () => Promise<(args: readonly string[], world: World) => Promise<ExitCode>>>
> = {
  check: async () => (await import("./check.js")).check,
  merge: async () => (await import("./merge.js")).merge,
  proxy: async () => (await import("./proxy.js")).proxy,
};

/** Runs `ittybit-qa` and returns its exit code. */
export async function run(world: World): Promise<ExitCode> {
  const [name, ...args] = world.args;
  if (name === "--help" || name === "help") {
    await world.out(`${help}\n`);
    return 0;
  }
  if (name === "--version") {
    await world.out(`${(await import("./version.js")).version}\n`);
    return 0;
  }
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  try {
    if (command === undefined) {
      throw new UsageError(name === undefined ? "No command is given." : `${name} is not a command.`);
    }
    return await (await command())(args, world);
  } catch (error) {
    world.err(`ittybit-qa: ${problem(error)}`);
    return 2;
  }
}

/** One line for what the user can mend; the stack of a fault of ours is kept for whoever reports it. */
function problem(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} See --help.`;
  if (error instanceof Error && error.name === "ContractError") return error.message;
  return `This is a fault of ittybit-qa, please report it: ${error instanceof Error ? error.stack : error}`;
}
