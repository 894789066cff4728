/** An entry of the client's package, as the reference shows it. */
export interface ClientEntry {
  /** What an app imports: `@ittybit/client/react`. */
  readonly specifier: string;
  /** The file that it is written in, from the root of the repository. */
  readonly source: string;
  readonly exports: readonly ClientExport[];
}

/** One name that an entry exports. Texts are Markdown. */
export interface ClientExport {
  readonly name: string;
  readonly kind: "function" | "class" | "interface" | "type";
  /** How it is called, or what a type stands for, as TypeScript; empty for what its members describe. */
  readonly signature: string;
  readonly description: string;
  /** What it extends, as TypeScript. */
  readonly extends: readonly string[];
  readonly throws: readonly string[];
  /** Fenced code. */
  readonly examples: readonly string[];
  readonly members: readonly ClientMember[];
}

/** A property or method of a class or an interface. */
export interface ClientMember {
  readonly name: string;
  /** As TypeScript. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  readonly default: string | undefined;
}
