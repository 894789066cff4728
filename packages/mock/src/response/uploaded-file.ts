import type { Operation, Part, RequestReport } from "@ittybit/contract";
import { asNode } from "../document/node.js";
import { kindOf } from "../request/file-format.js";

/** The file among the parts of an upload: the part that has documented media types, else the first one that is a file. */
export function sentFile({ match, body }: RequestReport): Part | undefined {
  const names = match.outcome === "matched" ? fileFields(match.operation) : [];
  if (names.length > 0) return body.parts.find(({ name }) => names.includes(name ?? ""));
  return body.parts.find(({ filename, content }) => filename !== null || content === null);
}

/** What every creation asks for several times. */
const fieldsByOperation = new WeakMap<Operation, string[]>();

/** Names of the fields that hold files: those whose encoding names media types. */
export function fileFields(operation: Operation): string[] {
  const known = fieldsByOperation.get(operation);
  if (known) return known;
  const encodings = (operation.body?.media ?? []).flatMap(({ encoding }) => Object.entries(encoding));
  const names = encodings.flatMap(([name, { contentTypes }]) => (contentTypes === null ? [] : [name]));
  fieldsByOperation.set(operation, names);
  return names;
}

/** The kind of the sent file or URL; null for a URL without a known file extension. */
export function sentKind(report: RequestReport): string | null {
  const file = sentFile(report);
  if (file) return kindOf(file);
  const extension = /\.(\w+)$/.exec(sentUrlPath(report))?.[1]?.toLowerCase() ?? "";
  return Object.entries(FILE_EXTENSIONS).find(([, known]) => known.includes(extension))?.[0] ?? null;
}

/** The name of the sent file, else the last segment of the sent URL. */
export function sentFilename(report: RequestReport): string | null {
  return baseName(sentFile(report)?.filename ?? sentUrlPath(report));
}

const FILE_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  video: ["mp4", "mov", "mkv", "hevc", "webm"],
  image: ["jpg", "jpeg", "png", "gif", "heic", "webp"],
  audio: ["mp3", "m4a", "wav", "ogg", "flac", "aac"],
};

/** The last segment of a path of any system, without control characters; null if nothing is left (RFC 7578, 4.2). */
function baseName(path: string): string | null {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const clean = name.replace(/\p{Cc}/gu, "");
  return /^\.{0,2}$/.test(clean) ? null : clean;
}

function sentUrlPath({ body }: RequestReport): string {
  const { url } = asNode(body.value);
  return typeof url === "string" && URL.canParse(url) ? new URL(url).pathname : "";
}
