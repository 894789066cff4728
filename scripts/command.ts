import { parseArgs } from "node:util";

type Flags = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

/** The parsed command line of a command. */
export interface Arguments {
  readonly values: Readonly<Record<string, string>>;
  /** Values of the flags that may be repeated, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Names of the switches that are set. */
  readonly on: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** One npm script. */
export interface Command {
  /** As npm calls it: `start`. */
  readonly name: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Names of the flags that take a value. */
  readonly flags?: readonly string[];
  /** Names of the flags that take a value and may be repeated. */
  readonly repeated?: readonly string[];
  /** Names of the flags that take no value. */
  readonly switches?: readonly string[];
  /** Whether words that are not flags are allowed. */
  readonly words?: boolean;
  /** Does the work. Returns the exit code. Throws when it could not run. */
  run(given: Arguments): Promise<number>;
}

/**
 * Runs a command as this process. Sets the exit code: what `run` returns, or 2 when it could not run, with one line on
 * standard error that says why.
 */
export async function runCommand(command: Command): Promise<void> {
  try {
    process.exitCode = await execute(command, process.argv.slice(2));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${command.name}: ${message.trim().replace(/\s*\n\s*/g, " ")}\n`);
    process.exitCode = 2;
  }
}

async function execute(
  { name, help, flags = [], repeated = [], switches = [], words = false, run }: Command,
  args: string[],
): Promise<number> {
  const options: Flags = { help: { type: "boolean", short: "h" } };
  for (const flag of flags) options[flag] = { type: "string" };
  for (const flag of repeated) options[flag] = { type: "string", multiple: true };
  for (const flag of switches) options[flag] = { type: "boolean" };
  const { values, positionals } = parse(args, options, words, name);
  if (values.help) return say(help);
  const on = new Set(switches.filter((flag) => values[flag]));
  const lists = Object.fromEntries(repeated.map((flag) => [flag, (values[flag] ?? []) as string[]]));
  return run({ values: values as Record<string, string>, lists, on, words: positionals });
}

function parse(args: string[], options: Flags, allowPositionals: boolean, name: string) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const problem = (error as Error).message.split(/\.(?: |$)/)[0];
    throw new Error(`${problem}: npm run ${name} -- --help lists the flags.`);
  }
}

/** Writes one line to standard output. */
export function say(line: string): 0 {
  process.stdout.write(`${line}\n`);
  return 0;
}

/**
 * Reads a port number.
 * @throws when the text is not one
 */
export function readPort(flag: string, text: string | undefined, fallback: number): number {
  const port = text === undefined ? fallback : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text !== "") return port;
  throw new Error(`--${flag} ${text} is not a port: give a number from 0 to 65535, 0 for a free one.`);
}
