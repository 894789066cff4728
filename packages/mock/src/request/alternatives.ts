import type { Operation, RequestReport } from "@ittybit/contract";
import { asNode, resolve } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import type { Detail } from "../problem.js";

/** Explains, field by field, why a body matches none or several of its `oneOf` or `anyOf` branches. May be empty. */
export type Alternatives = (report: RequestReport, pointer: string) => Detail[];

interface Branch {
  readonly required: readonly string[];
  readonly properties: readonly string[];
}

/** Reads the branches (`oneOf`, `anyOf`) of each operation's body. */
export function createAlternatives(document: OpenApiDocument): Alternatives {
  return ({ match, body }, pointer) => {
    if (match.outcome !== "matched" || pointer !== "" || body.mediaType === null) return [];
    const branches = readBranches(document, match.operation, body.mediaType);
    return branches.length === 0 ? [] : explain(branches, Object.keys(asNode(body.value)));
  };
}

function readBranches(document: OpenApiDocument, operation: Operation, mediaType: string): Branch[] {
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
      properties: Object.keys(asNode(properties)),
    };
  });
}

function explain(branches: readonly Branch[], sent: readonly string[]): Detail[] {
  const known = new Set(branches.flatMap(({ properties }) => properties));
  const list = [...known].join(", ");
  const unknown = sent
    .filter((name) => !known.has(name))
    .map((name) => createDetail(name, `${name} is not a field of this body. Known are ${list}.`));
  const requirements = branches.map(({ required }) => required);
  const matching = requirements.filter((required) => required.every((name) => sent.includes(name)));
  const choices = [...new Set(requirements.flat())];
  if (matching.length === 0) {
    const all = choices.join(" or ");
    return [...unknown, ...choices.map((name) => createDetail(name, `${name} is missing: send ${all}.`))];
  }
  if (matching.length === 1) return unknown;
  const rule = `exactly one of ${choices.join(" and ")} may be sent`;
  return [
    ...unknown,
    ...matching.flat().map((name) => createDetail(name, `${name} is one too many: ${rule}.`)),
  ];
}

function createDetail(field: string, message: string): Detail {
  return { location: "body", field, message };
}
