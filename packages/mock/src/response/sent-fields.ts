import type { Part, RequestReport } from "@ittybit/contract";
import { asNode, type Node } from "../document/node.js";
import { kindOf } from "../request/file-format.js";
import type { Resource } from "./resource.js";

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
  const url = asNode(report.body.value).url;
  const filename = baseName(file?.filename ?? urlPath(url));
  const facts = { title: null, metadata: {}, filename, filesize: file?.size };
  const data = { ...example.data, ...documentedOnly(example.data, facts) };
  return { ...example, data: { ...data, ...sentFields(data, report), id: data.id } };
}

/** A resource with the fields that the caller sent. Metadata is merged; an empty value removes a key. */
export function echoUpdate(resource: Resource, report: RequestReport): Resource {
  const { data } = resource;
  return { ...resource, data: { ...data, ...sentFields(data, report), id: data.id } };
}

/** The file among the parts of an upload. */
function sentFile({ body }: RequestReport): Part | undefined {
  return body.parts.find(({ filename, content }) => filename !== null || content === null);
}

/** The kind of the sent file or URL; null for a URL without a known file extension. */
function sentKind(report: RequestReport): string | null {
  const file = sentFile(report);
  if (file) return kindOf(file);
  const extension = /\.(\w+)$/.exec(urlPath(asNode(report.body.value).url))?.[1]?.toLowerCase() ?? "";
  return Object.entries(FILE_EXTENSIONS).find(([, known]) => known.includes(extension))?.[0] ?? null;
}

const FILE_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  video: ["mp4", "mov", "mkv", "hevc", "webm"],
  image: ["jpg", "jpeg", "png", "gif", "heic", "webp"],
  audio: ["mp3", "m4a", "wav", "ogg", "flac", "aac"],
};

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

/** The last segment of a path of any system, without control characters; null if nothing is left (RFC 7578, 4.2). */
function baseName(path: string): string | null {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const clean = name.replace(/\p{Cc}/gu, "");
  return /^\.{0,2}$/.test(clean) ? null : clean;
}

function documentedOnly(data: Node, facts: Node): Node {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => name in data && value !== undefined),
  );
}

function urlPath(url: unknown): string {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).pathname : "";
}
