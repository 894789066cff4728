import { pointer } from "../generate/document/document.js";
import type { Difference } from "../generate/folder-difference.js";
import type { Finding } from "./finding.js";

type Locate = (pointer: string) => { file: string; line: number };

/** More locations would not help: one run of the generator updates them all. */
const MAX_PLACES = 10;

const ADVICE = "run npm run generate, and commit generated/";

/**
 * Compares spec/ with a generated/ that was made from an earlier one.
 *
 * @param document the bundle as spec/ gives it now
 * @param committed text of generated/openapi.json; empty where there is none
 * @param differences the files of generated/ that are not up to date
 * @returns one finding for each line of spec/ that is not in generated/; where no line differs, one for each file
 */
export function staleFindings(
  document: unknown,
  committed: string,
  differences: readonly Difference[],
  locate: Locate,
): Finding[] {
  const before = parsed(committed);
  const pointers = before === undefined ? [] : [...changedPointers(document, before, [])];
  const places = new Map(pointers.map((at) => [JSON.stringify(locate(at)), locate(at)]));
  if (places.size === 0) return differences.map(fileFinding);
  const inSpec = [...places.values()].slice(0, MAX_PLACES).map(({ file, line }) => ({
    ...{ file, line, code: "not-generated" },
    message: `generated/ does not have this yet; ${ADVICE}`,
  }));
  return [...inSpec, ...differences.filter(({ state }) => state === "stray").map(fileFinding)];
}

const fileFinding = ({ file, state }: Difference): Finding => ({
  ...{ file: `generated/${file}`, line: 1, code: "not-generated" },
  message: `${STATES[state]}; ${ADVICE}`,
});

const STATES = {
  differs: "differs from what spec/ gives",
  missing: "is missing",
  stray: "does not belong there",
} as const;

/** @returns undefined for what is not JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Pointers of the deepest nodes that differ; for a node that only one of the two has, the pointer of that node. */
function* changedPointers(now: unknown, before: unknown, at: readonly string[]): Generator<string> {
  if (!isNode(now) || !isNode(before) || Array.isArray(now) !== Array.isArray(before)) {
    if (now !== before) yield pointer(...at);
    return;
  }
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)]))
    yield* changedPointers(now[key], before[key], [...at, key]);
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
