import { joinPointer, resolvePointer } from "@ittybit/contract/json-pointer";

/** One sentence of the public reference, and where the contract states it. */
export interface Sentence {
  readonly id: number;
  readonly says: string;
  readonly carried?: readonly string[];
  readonly left?: string;
}

/** Ids of sentences that are missing, that no node states, or whose pointer leads nowhere. */
export function unplacedSentences(document: object, sentences: readonly Sentence[], count: number): string[] {
  const ids = sentences.map(({ id }) => id);
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((id) => !ids.includes(id));
  const unplaced = sentences.flatMap(({ id, carried = [], left }) => {
    if (carried.length === 0 && !left) return [`${id} is neither carried nor left`];
    const lost = carried.filter((pointer) => resolvePointer(document, pointer) === undefined);
    return lost.map((pointer) => `${id} points to ${pointer}, which is not there`);
  });
  return [...missing.map((id) => `${id} is missing`), ...unplaced];
}

type Node = Record<string, unknown>;

/** Keywords that state a fact, and the aspect that a mark must name to cover them. */
const KEYWORDS: Readonly<Record<string, string>> = {
  type: "type",
  format: "format",
  pattern: "format",
  minLength: "format",
  maxLength: "format",
  enum: "values",
  const: "values",
  default: "values",
  minimum: "values",
  maximum: "values",
  "x-extensible-enum": "values",
  additionalProperties: "behaviour",
  minProperties: "required",
  if: "required",
  not: "required",
};

/** Formats that only say how wide a number is. */
const NUMBER_FORMATS = ["int32", "int64", "double"];
const METHODS = ["get", "put", "post", "delete", "patch"];

/** Pointers of facts that no sentence states and no mark covers. */
export function unfoundedFacts(document: object, sentences: readonly Sentence[]): string[] {
  const evidence = new Set(sentences.flatMap(({ carried = [] }) => carried));
  const unfounded: string[] = [];
  const state = (pointer: string, marks: readonly string[], aspect: string) => {
    if (!evidence.has(pointer) && !marks.includes("existence") && !marks.includes(aspect))
      unfounded.push(pointer);
  };
  const visit = (value: unknown, pointer: string, above: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Node;
    const marks = [...above, ...((node["x-inferred"] as { what?: string[] } | undefined)?.what ?? [])];
    if (isFact(pointer, node)) state(pointer, marks, "existence");
    if (isSchema(pointer))
      for (const keyword of keywordsOf(node))
        state(joinPointer(pointer, keyword), marks, KEYWORDS[keyword] ?? "");
    for (const [name, member] of Object.entries(node))
      if (!SKIPPED.test(name) || /\/properties$/.test(pointer))
        visit(member, joinPointer(pointer, name), marks);
  };
  visit(document, "", []);
  return unfounded;
}

const SKIPPED = /^(examples?|x-inferred|info|tags|links|default|enum|required|if|then|not)$/;

/** Operations, parameters, headers, response statuses, bodies, properties and credentials. */
function isFact(pointer: string, node: Node): boolean {
  if (/^\/components\/(parameters|headers|responses|securitySchemes)\/[^/]+$/.test(pointer)) return true;
  if (/\/properties\/[^/]+$/.test(pointer)) return true;
  if (/\/requestBody\/content\/[^/]+$/.test(pointer)) return true;
  if (/\/responses\/[^/]+$/.test(pointer)) return !("$ref" in node);
  return new RegExp(`^/paths/[^/]+/(${METHODS.join("|")})$`).test(pointer);
}

/** The aspect that a mark must name to cover the fact at a pointer. */
export function aspectOf(pointer: string): string {
  const [, above = "", keyword = ""] = /^(.*)\/([^/]*)$/.exec(pointer) ?? [];
  return (isSchema(above) ? KEYWORDS[keyword] : undefined) ?? "existence";
}

const isSchema = (pointer: string): boolean =>
  /\/(schema|items|allOf\/\d+|properties\/[^/]+|schemas\/[^/]+|additionalProperties)$/.test(pointer);

function keywordsOf(node: Node): string[] {
  return Object.keys(KEYWORDS).filter((keyword) => {
    const value = node[keyword];
    if (value === undefined) return false;
    if (keyword === "type") return !["object", "array"].includes(String(value));
    if (keyword === "additionalProperties") return value === false;
    return keyword !== "format" || !NUMBER_FORMATS.includes(String(value));
  });
}
