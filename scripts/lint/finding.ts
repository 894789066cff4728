import type { Outcome } from "./outcome.js";

/** One thing to fix. `file` is relative to the root of the repository, `line` counts from 1. */
export type Finding = { file: string; line: number; code: string; message: string };

/** Findings by file, line and text, in code point order, each once. */
export function sorted(findings: Finding[]): Finding[] {
  const text = ({ code, message }: Finding) => `${code} ${message}`;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const unique = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(text(a), text(b)),
  );
}

/** The outcome of a step that found these. */
export function findingsOutcome(findings: Finding[]): Outcome {
  if (findings.length === 0) return { kind: "clean" };
  const lines = sorted(findings).map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
  return { kind: "findings", lines };
}
