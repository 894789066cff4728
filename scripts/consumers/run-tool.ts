import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { servers } from "@ittybit/openapi";
import { API_KEY, LABEL, type Library, PAGE_SIZE, RENAMED, type Said, startLibrary } from "./library.js";
import { runProcess } from "./run-process.js";
import { type CommandLine, FORMS, type Form, folderOf, JOURNEY, type Step, type Tool } from "./tool.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(root, "node_modules/.cache/consumers");
const PROGRAMS = join(root, "test/consumers/programs");
const FILE = join(root, "test/fixtures/media/image.png");

/** A stage that ended well, on its own or by the recipe in its notes, or why it did not. */
export type Outcome = "yes" | "recipe" | { readonly error: string };

/** What came of one tool with one form of the document. */
export interface Trial {
  readonly form: Form;
  readonly generate: Outcome;
  /** Absent where an earlier stage failed, or where there is nothing to compile. */
  readonly compile?: Outcome;
  /** Absent where an earlier stage failed, and for a tool that makes no client. */
  readonly journey?: Readonly<Record<Step, Outcome>>;
}

export type ToolResult =
  | { readonly kind: "tried"; readonly trials: readonly Trial[] }
  | { readonly kind: "skipped"; readonly reason: string };

/**
 * Installs a tool, generates from both forms of the document, compiles, and runs the program against the mock.
 *
 * @param onStage called as each stage begins: `3.1 compile`
 */
export async function runTool(
  tool: Tool,
  { signal, onStage }: { signal: AbortSignal; onStage: (stage: string) => void },
): Promise<ToolResult> {
  const folder = join(CACHE, `${folderOf(tool)}-${tool.version}`);
  for (const program of tool.needs) {
    const found = await runProcess(["sh", "-c", `command -v ${program}`], {
      cwd: root,
      env: process.env,
      signal,
    });
    if (found.code !== 0) return { kind: "skipped", reason: `${program} is not installed` };
  }
  onStage("install");
  const failed = await install(tool, folder, signal);
  if (failed !== undefined) return { kind: "skipped", reason: failed };
  const trials: Trial[] = [];
  for (const form of Object.keys(FORMS) as Form[]) {
    trials.push(
      await runTrial(tool, folder, { form, signal, onStage: (stage) => onStage(`${form} ${stage}`) }),
    );
  }
  return { kind: "tried", trials };
}

/** @returns why the tool cannot be had here; undefined once it is installed */
async function install(tool: Tool, folder: string, signal: AbortSignal): Promise<string | undefined> {
  const done = join(folder, "installed.json");
  const recipe = JSON.stringify(tool.install);
  if (existsSync(done) && (await readFile(done, "utf8")) === recipe) return undefined;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  for (const command of tool.install) {
    const { code, output } = await runProcess(command, { cwd: folder, env: environment(folder), signal });
    signal.throwIfAborted();
    if (code !== 0) return `it could not be installed: ${reasonIn(output)}`;
  }
  await writeFile(done, recipe);
  return undefined;
}

/** The programs of the tool come first, then those of this repository: its TypeScript compiler, and tsx. */
function environment(folder: string): NodeJS.ProcessEnv {
  const own = [".venv/bin", "node_modules/.bin", "bin"].map((name) => join(folder, name));
  const path = [...own, join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    GOBIN: join(folder, "bin"),
    GOFLAGS: "-mod=mod",
    NO_COLOR: "1",
  };
}

interface TrialOptions {
  readonly form: Form;
  readonly signal: AbortSignal;
  readonly onStage: (stage: string) => void;
}

async function runTrial(tool: Tool, folder: string, { form, signal, onStage }: TrialOptions): Promise<Trial> {
  const library = await startLibrary();
  try {
    const cwd = join(folder, form);
    await rm(cwd, { recursive: true, force: true });
    await mkdir(cwd);
    if (existsSync(join(PROGRAMS, folderOf(tool))))
      await cp(join(PROGRAMS, folderOf(tool)), cwd, { recursive: true });
    const shared = join(PROGRAMS, tool.language.toLowerCase());
    if (tool.run !== undefined && existsSync(shared)) await cp(shared, cwd, { recursive: true });
    await writeFile(join(cwd, "openapi.yaml"), await documentFor(form, library));
    const env = { ...environment(folder), ...programEnvironment(library) };
    const run = async (command: CommandLine) => {
      const result = await runProcess(command, { cwd, env, signal });
      // What an abort ended is no result of the tool.
      signal.throwIfAborted();
      return result;
    };

    onStage("generate");
    let generate = outcomeOf(await run(tool.generate));
    if (generate !== "yes" && tool.generateByRecipe !== undefined) {
      const again = outcomeOf(await run(tool.generateByRecipe));
      generate = again === "yes" ? "recipe" : again;
    }
    if (typeof generate === "object") return { form, generate };
    let compile: Outcome | undefined;
    for (const command of tool.compile ?? []) {
      onStage("compile");
      compile = outcomeOf(await run(command));
      if (compile !== "yes") return { form, generate, compile };
    }
    const compiled = compile === undefined ? {} : { compile };
    if (tool.run === undefined) return { form, generate, ...compiled };
    onStage("run");
    const { stdout, output } = await run(tool.run);
    return { form, generate, ...compiled, journey: await checkJourney(stdout, output, library) };
  } finally {
    await library.close();
  }
}

/**
 * The document with the addresses of the mock in the place of the two hosts, so that a client shows which of them it
 * finds on its own. Nothing else differs from the published file.
 */
async function documentFor(form: Form, { api, uploads }: Library): Promise<string> {
  const text = await readFile(join(root, "generated", FORMS[form]), "utf8");
  return text.replaceAll(servers.api, api).replaceAll(servers.uploads, uploads);
}

const programEnvironment = ({ api, uploads }: Library) => ({
  API_URL: api,
  UPLOADS_URL: uploads,
  API_KEY,
  FILE,
  INGEST_URL: "https://example.com/poster.png",
  TITLE: RENAMED,
  LABEL: JSON.stringify(LABEL),
  PAGE_SIZE: `${PAGE_SIZE}`,
});

async function checkJourney(
  stdout: string,
  output: string,
  library: Library,
): Promise<Record<Step, Outcome>> {
  const said = new Map(saidIn(stdout).map((each) => [each.step, each]));
  const file = await readFile(FILE);
  const checked: Partial<Record<Step, Outcome>> = {};
  for (const step of JOURNEY) {
    const each = said.get(step);
    const error = each === undefined ? `not reached: ${reasonIn(output)}` : await library.check(each, file);
    checked[step] = error !== undefined ? { error } : each?.recipe ? "recipe" : "yes";
  }
  return checked as Record<Step, Outcome>;
}

function saidIn(stdout: string): Said[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith('{"step":'));
  return lines.map((line) => JSON.parse(line) as Said);
}

const outcomeOf = ({ code, output }: { code: number | null; output: string }): Outcome =>
  code === 0 ? "yes" : { error: reasonIn(output) };

/** The line of a tool's output that says what is wrong: the first that speaks of an error, else the last. */
function reasonIn(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const found =
    lines.find((line) => /error|exception|fail|invalid/i.test(line)) ?? lines.findLast((line) => line !== "");
  return (found ?? "it said nothing").slice(0, 300);
}
