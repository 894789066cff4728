import type { RequestReport } from "@ittybit/contract";
import { asNode, type Node } from "../document/node.js";
import type { Resource } from "./resource.js";
import { sentFile, sentFilename, sentKind } from "./uploaded-file.js";

/** Selects the example of a creation: of the kind that was sent, and being fetched if a URL was sent. */
export function exampleForCreation(
  examples: readonly Resource[],
  report: RequestReport,
): Resource | undefined {
  const kind = sentKind(report);
  const sameKind = kind === null ? [] : examples.filter(({ data }) => data.kind === kind);
  const candidates = sameKind.length > 0 ? sameKind : examples;
  const isUpload = sentFile(report) !== undefined;
  const isFetched = ({ data }: Resource) => data.status === "uploading";
  return candidates.find((example) => isFetched(example) !== isUpload) ?? candidates[0];
}

/** An example of a creation with what the caller sent: its fields, and the name and size of the file. */
export function echoCreation(example: Resource, report: RequestReport): Resource {
  const file = sentFile(report);
  const facts = { title: null, metadata: {}, filename: sentFilename(report), filesize: file?.size };
  const data = { ...example.data, ...documentedOnly(example.data, facts) };
  return { ...example, data: { ...data, ...sentFields(data, report), id: data.id } };
}

/** A resource with the fields that the caller sent. Metadata is merged; an empty value removes a key. */
export function echoUpdate(resource: Resource, report: RequestReport): Resource {
  const { data } = resource;
  return { ...resource, data: { ...data, ...sentFields(data, report), id: data.id } };
}

function sentFields(data: Node, { body }: RequestReport): Node {
  const fields = Object.entries(asNode(body.value)).filter(([name]) => name in data && name !== "id");
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (typeof value !== "object" || value === null) return [name, value === "" ? null : value];
      const merged = Object.entries({ ...asNode(data[name]), ...value });
      return [name, Object.fromEntries(merged.filter(([, text]) => text !== ""))];
    }),
  );
}

function documentedOnly(data: Node, facts: Node): Node {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => name in data && value !== undefined),
  );
}
