import type { PlanOperation, RequestReport } from "@ittybit/contract";
import { asNode, type OpenApiDocument, resolve } from "./document.js";
import type { Detail } from "./refusal.js";

/** Says, field by field, why a body fits none or several of its alternatives; empty where that cannot be told. */
export type Alternatives = (report: RequestReport, pointer: string) => Detail[];

interface Alternative {
  readonly required: readonly string[];
  readonly names: readonly string[];
}

/** Reads the alternatives (`oneOf`, `anyOf`) of each operation's body. */
export function createAlternatives(document: OpenApiDocument): Alternatives {
  return ({ match, body }, pointer) => {
    if (match.outcome !== "matched" || pointer !== "" || body.mediaType === null) return [];
    const alternatives = readAlternatives(document, match.operation, body.mediaType);
    return alternatives.length === 0 ? [] : explain(alternatives, Object.keys(asNode(body.value)));
  };
}

function readAlternatives(
  document: OpenApiDocument,
  operation: PlanOperation,
  mediaType: string,
): Alternative[] {
  const item = asNode(resolve(document, asNode(document.paths)[operation.path]));
  const method = asNode(resolve(document, item[operation.method.toLowerCase()]));
  const content = asNode(asNode(resolve(document, method.requestBody)).content);
  const essence = mediaType.replace(/;.*/s, "").trim().toLowerCase();
  const schema = asNode(resolve(document, asNode(resolve(document, content[essence])).schema));
  const branches = schema.oneOf ?? schema.anyOf;
  return (Array.isArray(branches) ? branches : []).map((branch) => {
    const { required, properties } = asNode(resolve(document, branch));
    return {
      required: Array.isArray(required) ? required.map(String) : [],
      names: Object.keys(asNode(properties)),
    };
  });
}

function explain(alternatives: readonly Alternative[], sent: readonly string[]): Detail[] {
  const known = new Set(alternatives.flatMap(({ names }) => names));
  const unknown = sent
    .filter((name) => !known.has(name))
    .map((name) => detail(name, `${name} is not a field of this body. Known are ${[...known].join(", ")}.`));
  const ways = alternatives.map(({ required }) => required);
  const fitting = ways.filter((required) => required.every((name) => sent.includes(name)));
  const choices = [...new Set(ways.flat())];
  const all = choices.join(" or ");
  if (fitting.length === 0)
    return [...unknown, ...choices.map((name) => detail(name, `${name} is missing: send ${all}.`))];
  if (fitting.length === 1) return unknown;
  const both = `exactly one of ${choices.join(" and ")} may be sent`;
  return [...unknown, ...fitting.flat().map((name) => detail(name, `${name} is one too many: ${both}.`))];
}

function detail(field: string, message: string): Detail {
  return { location: "body", field, message };
}
