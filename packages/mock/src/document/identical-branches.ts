import { joinPointer } from "@ittybit/contract/json-pointer";
import { asNode, resolve } from "./node.js";
import type { OpenApiDocument } from "./open-document.js";

/** Branches of a `oneOf` that are the same. */
export interface IdenticalBranches {
  /** What is wrong, as a sentence without its full stop. */
  readonly fault: string;
  /** Whether no value can be valid, because every branch has a twin. */
  readonly isImpossible: boolean;
}

/** By the JSON pointer of the `oneOf`. */
export type IdenticalBranchesByPointer = ReadonlyMap<string, IdenticalBranches>;

/** Members that hold values, which may look like schemas. */
const VALUES = ["example", "examples", "default", "const", "enum", "value"];

/** Finds each `oneOf` with branches that are the same but for their annotations. */
export function findIdenticalBranches(document: OpenApiDocument): IdenticalBranchesByPointer {
  const found = new Map<string, IdenticalBranches>();
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, below] of Object.entries(value)) {
      if (VALUES.includes(name) || name.startsWith("x-")) continue;
      const at = joinPointer(pointer, name);
      const identical =
        name === "oneOf" && Array.isArray(below) ? compareBranches(document, below, at) : null;
      if (identical) found.set(at, identical);
      visit(below, at);
    }
  };
  visit(document, "");
  return found;
}

function compareBranches(
  document: OpenApiDocument,
  branches: readonly unknown[],
  pointer: string,
): IdenticalBranches | null {
  const firstAt = new Map<string, number>();
  const repeated = new Set<string>();
  let numbers = "";
  for (const [index, branch] of branches.entries()) {
    const text = withoutAnnotations(resolve(document, branch));
    const first = firstAt.get(text);
    if (first === undefined) {
      firstAt.set(text, index);
      continue;
    }
    repeated.add(text);
    numbers ||= `${first + 1} and ${index + 1}`;
  }
  if (numbers === "") return null;
  return {
    fault: `Branches ${numbers} of a oneOf are the same, so no value can match exactly one of them (at ${pointer})`,
    isImpossible: repeated.size === firstAt.size,
  };
}

function withoutAnnotations(schema: unknown): string {
  if (typeof schema !== "object" || schema === null) return String(schema);
  const { title: _title, description: _description, ...rest } = asNode(schema);
  return JSON.stringify(rest);
}
