import type { Severity } from "@ittybit/contract";

/** Role of a text, which decides its colour. */
type Role = Severity | "heading" | "place" | "quiet" | "good";

/** Colours a text for a terminal, or returns it unchanged. */
export type Paint = (role: Role, text: string) => string;

/** SGR parameters (ECMA-48, 8.3.117). Only the 16 basic colours, which every theme keeps readable. */
const codes: Readonly<Record<Role, string>> = {
  error: "1;31",
  warning: "33",
  info: "34",
  heading: "1",
  place: "36",
  quiet: "2",
  good: "1;32",
};

/** No colours. */
export const plain: Paint = (_, text) => text;

/** Colours for a terminal. */
export const colours: Paint = (role, text) => `\u001b[${codes[role]}m${text}\u001b[0m`;
