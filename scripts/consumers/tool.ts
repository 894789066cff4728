/** What a generated client has to do, in this order. */
export const JOURNEY = ["list", "page", "upload", "ingest", "rename", "metadata", "delete"] as const;

export type Step = (typeof JOURNEY)[number];

/** Both forms of the document, and the file of each in `generated/`. */
export const FORMS = { "3.1": "openapi.yaml", "3.0": "openapi-3.0.yaml" } as const;

export type Form = keyof typeof FORMS;

/** An arrangement of words that a process starts with: the program, then its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** A known fault of a tool, which no change of the document can fix. */
export interface KnownFault {
  /** The stage or the step of the journey that fails for it. */
  readonly step: "generate" | "compile" | Step;
  /** Both forms of the document, unless one is named. */
  readonly form?: Form;
  /** One sentence: what goes wrong and why. */
  readonly why: string;
  /** The public issue about it, where there is one. */
  readonly issue?: string;
}

/** A tool of another project that reads the document. */
export interface Tool {
  /** As its package is called. */
  readonly name: string;
  readonly version: string;
  readonly language: "TypeScript" | "Python" | "Go" | "Java" | "Rust";
  /** Programs that must be on this machine besides Node. */
  readonly needs: readonly string[];
  /** Installs the tool and what the generated code imports into the folder that the commands run in. */
  readonly install: readonly CommandLine[];
  /** Reads `openapi.yaml` in the working folder, with no option that works around the document. */
  readonly generate: CommandLine;
  /** The way around a document that the tool refuses. Its recipe explains it. */
  readonly generateByRecipe?: CommandLine;
  /** Checks or builds the generated code and the program that uses it. */
  readonly compile?: readonly CommandLine[];
  /** Runs the program. A tool without one makes no client: a validator, or models alone. */
  readonly run?: CommandLine;
  readonly faults?: readonly KnownFault[];
}

/** The folder of the program of a tool in `test/consumers/programs`: `@kubb/cli` is `kubb-cli`. */
export const folderOf = ({ name }: Pick<Tool, "name">): string =>
  name.replace(/^\W+/, "").replace(/\W+/g, "-");
