import { RECIPES } from "./recipes.js";
import type { KeptTrial, Results } from "./results.js";
import {
  type CommandLine,
  FORMS,
  type Form,
  folderOf,
  type KnownFault,
  type Step,
  type Tool,
} from "./tool.js";

const MARKS = { table: "the table of results", tools: "the notes on each tool" } as const;

/** Puts what is made from the results between the marks of the guide. */
export function renderPage(page: string, tools: readonly Tool[], results: Results): string {
  const made = { table: table(tools, results), tools: notes(tools, results) };
  let text = page;
  for (const name of Object.keys(MARKS) as (keyof typeof MARKS)[]) {
    const [begin, end] = [`<!-- begin: ${name} -->\n`, `\n<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the guide has no marks for ${MARKS[name]}.`);
    text = `${text.slice(0, from + begin.length)}\n${made[name]}\n${text.slice(to)}`;
  }
  return text;
}

/** What each column of the table shows, by its heading. */
const COLUMNS: readonly (readonly [heading: string, stage: "generate" | "compile" | Step])[] = [
  ["Generates", "generate"],
  ["Compiles", "compile"],
  ["List", "list"],
  ["Next page", "page"],
  ["Upload", "upload"],
  ["From a URL", "ingest"],
  ["Rename", "rename"],
  ["Metadata", "metadata"],
  ["Delete", "delete"],
];

function table(tools: readonly Tool[], results: Results): string {
  const rows = tools.map((tool) => {
    const result = results[tool.name];
    return [`[${tool.name}](#${folderOf(tool)})`, ...COLUMNS.map(([, stage]) => cell(stage, result?.trials))];
  });
  const head = ["Tool", ...COLUMNS.map(([heading]) => heading)];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

type Trials = Readonly<Record<Form, KeptTrial>> | undefined;

/** One word where both forms of the document agree, else that of the 3.1 form first. */
function cell(stage: string, trials: Trials): string {
  if (trials === undefined) return "not tried";
  const [newer, older] = (Object.keys(FORMS) as Form[]).map((form) => outcome(stage, trials[form]));
  return newer === older ? `${newer}` : `${newer} (3.0: ${older})`;
}

const outcome = (stage: string, trial: KeptTrial): string => trial[stage] ?? "–";

function notes(tools: readonly Tool[], results: Results): string {
  return tools.map((tool) => note(tool, results[tool.name]?.trials)).join("\n\n");
}

function note(tool: Tool, trials: Trials): string {
  const commands = [tool.generate, ...(tool.generateByRecipe ? [tool.generateByRecipe] : [])].map(shellLine);
  const upload = trials?.["3.1"].upload ?? trials?.["3.0"].upload;
  return [
    `### ${tool.name} {#${folderOf(tool)}}`,
    // Not a block of code: the tests of the docs run those, and have none of the tools.
    `${tool.language}, version ${tool.version}: ${commands.map((command) => `\`${command}\``).join(", or ")}.`,
    ...(upload === "yes" ? ["It sends create requests to the uploads host automatically."] : []),
    ...(RECIPES[tool.name] === undefined ? [] : [RECIPES[tool.name] as string]),
    ...(tool.faults ?? []).map(faultLine),
  ].join("\n\n");
}

const headingOf = (step: KnownFault["step"]) => COLUMNS.find(([, stage]) => stage === step)?.[0] ?? step;

const faultLine = ({ step, form, why, issue }: KnownFault): string =>
  `Known issue (${headingOf(step)}${form === undefined ? "" : `, OpenAPI ${form}`}): ${why}${issue === undefined ? "" : ` See [the issue](${issue}).`}`;

/** A command as one types it: what is run by a shell is what the shell is given. */
const shellLine = (words: CommandLine): string =>
  words[0] === "sh"
    ? (words[2] ?? "")
    : words.map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(" ");
