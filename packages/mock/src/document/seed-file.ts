import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contract, findingMessage } from "@ittybit/contract";
import { parsePointer } from "@ittybit/contract/json-pointer";
import { parseSource, type SourceFile } from "@ittybit/contract/source";
import { operations } from "@ittybit/openapi";
import type { MediaSummary } from "@ittybit/openapi/types";
import { asNode, type Node } from "./node.js";

/** What a Media of a seed file has unless the file says otherwise. */
const DEFAULTS = {
  title: null,
  filename: null,
  status: "complete",
  width: null,
  height: null,
  duration: null,
  metadata: {},
  deleted: null,
};

/** One Media as it is written, and where. */
interface WrittenMedia {
  readonly value: Node;
  /** Pointer tokens in the file. */
  readonly path: readonly string[];
}

/**
 * Reads the media of a JSON or YAML file: a list of media, or an object with the list in `media`, such as an exported
 * snapshot or the state of a mock. Each Media is checked against the contract. Its `urls` and `sources` are ignored,
 * because the files that they name are not part of this file.
 *
 * @throws Error with file and line for a file that cannot be used
 */
export async function readSeedFile(url: URL, contract: Contract): Promise<MediaSummary[]> {
  const file = parseSource(basename(fileURLToPath(url)), await readText(url));
  const written = writtenMedia(file);
  const media = written.map(({ value }) => withDefaults(value));
  await assertConforms(file, written, media, contract);
  assertUniqueIds(file, written);
  // checked against the contract, which this type is generated from
  return media as unknown as MediaSummary[];
}

async function readText(url: URL): Promise<string> {
  try {
    return await readFile(url, "utf8");
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const problem = isMissing ? "does not exist" : "cannot be read";
    throw new Error(`The seed file ${fileURLToPath(url)} ${problem}.`, { cause });
  }
}

/** The items of the file; an item of a snapshot holds its Media in `media`. */
function writtenMedia(file: SourceFile): WrittenMedia[] {
  const { media } = asNode(file.value);
  const [items, path] = Array.isArray(file.value) ? [file.value, []] : [media, ["media"]];
  if (!Array.isArray(items)) throw fault(file, [], 'a seed file is a list of media, or {"media": [...]}');
  return items.map((item, index) => {
    const at = [...path, String(index)];
    const inner = asNode(item).media;
    return inner === undefined
      ? { value: asNode(item), path: at }
      : { value: asNode(inner), path: [...at, "media"] };
  });
}

function withDefaults({ urls: _urls, sources: _sources, ...written }: Node): Node {
  return { ...DEFAULTS, updated: written.created, ...written };
}

/** Checks the media as a list of the contract shows them. An unknown field counts, because it is likely a typo. */
async function assertConforms(
  file: SourceFile,
  written: readonly WrittenMedia[],
  media: readonly Node[],
  contract: Contract,
): Promise<void> {
  const { method, path } = operations.listMedia;
  const url = `http://localhost${path}`;
  const match = contract.with({ hosts: { "*": "*" } }).match({ method, url, headers: [] });
  if (match.outcome !== "matched")
    throw new Error("This document has no list of media that a file could seed.");
  const body = Buffer.from(JSON.stringify({ data: media }));
  const headers: [string, string][] = [["Content-Type", "application/json"]];
  const { findings } = await contract.checkResponse(match, { status: 200, headers, body });
  for (const finding of findings) {
    if (finding.category === "unchecked") throw fault(file, [], findingMessage(finding));
    const [section, index, ...field] = parsePointer(finding.at.pointer);
    const item = written[Number(index)];
    if (finding.at.in !== "body" || section !== "data" || item === undefined) continue;
    const unknown = finding.code === "property-undocumented" ? [finding.property] : [];
    const message = [field.join("."), findingMessage(finding)].filter(Boolean).join(" ");
    throw fault(file, [...item.path, ...field, ...unknown], message);
  }
}

function assertUniqueIds(file: SourceFile, written: readonly WrittenMedia[]): void {
  const ids = new Set<unknown>();
  for (const { value, path } of written) {
    if (ids.has(value.id)) throw fault(file, [...path, "id"], `a second Media has the id ${value.id}`);
    ids.add(value.id);
  }
}

function fault(file: SourceFile, tokens: readonly string[], message: string): Error {
  return new Error(`${file.name}:${file.line(tokens)}: ${message}.`);
}
