import type { Severity } from "@ittybit/contract";

/** What a piece of text is, which decides its colour. */
type Role = Severity | "heading" | "place" | "quiet" | "good";

/** Colours a piece of text for a terminal, or leaves it as it is. */
export type Paint = (role: Role, text: string) => string;

/** SGR parameters (ECMA-48, 8.3.117): of the 16 colours alone, which every theme keeps readable. */
const codes: Readonly<Record<Role, string>> = {
  error: "1;31",
  warning: "33",
  info: "34",
  heading: "1",
  place: "36",
  quiet: "2",
  good: "1;32",
};

export const plain: Paint = (_, text) => text;

export const colours: Paint = (role, text) => `\u001b[${codes[role]}m${text}\u001b[0m`;
