import { ContractError } from "../contract-error.js";
import { joinPointer } from "../json-pointer.js";

/** Deepest nesting of a document: real ones stay below 50, and a recursive reader ends at some thousands. */
const MAX_DOCUMENT_DEPTH = 500;

/** Most values of a document. The largest published ones have some hundred thousand. */
const MAX_DOCUMENT_VALUES = 3_000_000;

interface Visit {
  readonly value: object;
  readonly keys: readonly string[];
  next: number;
}

/**
 * Refuses documents that are nested too deeply or that are too large, cyclic ones included.
 *
 * @throws ContractError
 */
export function assertDocumentSize(document: unknown): void {
  const path: Visit[] = [];
  let count = 0;
  const enter = (value: unknown) => {
    count++;
    if (typeof value === "object" && value !== null) path.push({ value, keys: Object.keys(value), next: 0 });
  };
  enter(document);
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const key = visit.keys[visit.next];
    if (key === undefined) {
      path.pop();
      continue;
    }
    if (path.length > MAX_DOCUMENT_DEPTH) throw tooDeep(path);
    if (count > MAX_DOCUMENT_VALUES) throw tooLarge();
    visit.next++;
    enter((visit.value as Record<string, unknown>)[key]);
  }
}

function tooDeep(path: readonly Visit[]): ContractError {
  const tokens = path.slice(0, 8).map(({ keys, next }) => keys[next - 1] ?? "");
  const pointer = joinPointer("", ...tokens);
  const problem = `the document is nested deeper than ${MAX_DOCUMENT_DEPTH} levels`;
  return new ContractError(problem, { pointer }, "Move the inner parts into components.");
}

function tooLarge(): ContractError {
  const problem = `the document has more than ${MAX_DOCUMENT_VALUES.toLocaleString("en")} values`;
  return new ContractError(problem, { pointer: "" }, "Split it into several documents.");
}
