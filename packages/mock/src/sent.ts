import type { Part, RequestReport } from "@ittybit/contract";
import { asNode, type Node } from "./document.js";
import { kindOf } from "./file-kind.js";
import type { Resource } from "./resource.js";

/** The file among the parts of an upload, if there is one. */
function fileOf({ body }: RequestReport): Part | undefined {
  return body.parts.find(({ filename, content }) => filename !== null || content === null);
}

/** The kind of what was sent to be created, where it shows; null for a URL without a known ending. */
function sentKind(report: RequestReport): string | null {
  const file = fileOf(report);
  if (file) return kindOf(file);
  const ending = /\.(\w+)$/.exec(pathOf(asNode(report.body.value).url))?.[1]?.toLowerCase() ?? "";
  return Object.entries(endings).find(([, known]) => known.includes(ending))?.[0] ?? null;
}

const endings: Readonly<Record<string, readonly string[]>> = {
  video: ["mp4", "mov", "mkv", "hevc", "webm"],
  image: ["jpg", "jpeg", "png", "gif", "heic", "webp"],
  audio: ["mp3", "m4a", "wav", "ogg", "flac", "aac"],
};

/** Chooses among the examples of a creation: of the kind that was sent, fetched where a URL was sent. */
export function creationFor(examples: readonly Resource[], report: RequestReport): Resource | undefined {
  const kind = sentKind(report);
  const alike = kind === null ? [] : examples.filter(({ data }) => data.kind === kind);
  const wanted = alike.length > 0 ? alike : examples;
  const isFetched = (resource: Resource) => resource.data.status === "uploading";
  return wanted.find((one) => isFetched(one) === (fileOf(report) === undefined)) ?? wanted[0];
}

/** The example of a creation with what the caller sent: fields by name, the file's name and size. */
export function created(example: Resource, report: RequestReport): Resource {
  const file = fileOf(report);
  const url = asNode(report.body.value).url;
  const filename = file?.filename ?? (pathOf(url).split("/").at(-1) || undefined);
  const facts = { title: null, metadata: {}, filename, filesize: file?.size };
  const data = { ...example.data, ...known(example.data, facts) };
  return { ...example, data: { ...data, ...sentFields(data, report), id: data.id } };
}

/** A resource with the fields that the caller sent. Labels are added; an empty text takes one away. */
export function updated(resource: Resource, report: RequestReport): Resource {
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

function known(data: Node, facts: Node): Node {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => name in data && value !== undefined),
  );
}

function pathOf(url: unknown): string {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).pathname : "";
}
