import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";
import { type DocumentedResponse, harEnd, harEntry, harStart, ndjsonLine } from "./qa-traffic-entries.js";

/** Occurrences of each response per hundred; all other responses share the rest. */
const shares: Readonly<Record<string, number>> = {
  "getMedia 200 VideoComplete": 36,
  "listMedia 200 MediaList": 14,
  "listVideos 200 VideoList": 10,
  "listImages 200 ImageList": 6,
  "createMedia 201 VideoIngested": 7,
  "updateMedia 200 VideoUpdated": 6,
  "deleteMedia 200 MediaDeleted": 4,
  "getMedia 404 UnknownMedia": 4,
};

/** One exchange as text, with places where each new one has its own values. */
interface Template {
  readonly pieces: readonly string[];
  /** For each gap between pieces, which value stands there. */
  readonly gaps: readonly Gap[];
}

type Gap =
  | { readonly kind: "identifier"; readonly name: string }
  | { readonly kind: "started" | "ray" | "date" };

export type TrafficFormat = "har" | "ndjson";

/** Real-shaped traffic of the media API as a browser records it: no two exchanges are the same. */
export class Traffic {
  readonly #templates: readonly Template[];
  readonly #format: TrafficFormat;
  #next = 0;

  constructor(format: TrafficFormat) {
    this.#format = format;
    this.#templates = responseMix().map((response) =>
      cut(format === "har" ? harEntry(response) : ndjsonLine(response)),
    );
  }

  /** A whole file with this many exchanges, in pieces. */
  *whole(count: number): Generator<Buffer> {
    if (this.#format === "har") yield Buffer.from(harStart);
    for (let written = 0; written < count; written += 100) {
      const batch = Array.from({ length: Math.min(100, count - written) }, () => this.one());
      const isLast = written + batch.length === count;
      if (this.#format === "har") yield Buffer.from(batch.join(",\n") + (isLast ? harEnd : ",\n"));
      else yield Buffer.from(`${batch.join("\n")}\n`);
    }
  }

  /** The next exchange. */
  one(): string {
    const number = this.#next++;
    const { pieces, gaps } = this.#templates[number % this.#templates.length] as Template;
    let text = pieces[0] as string;
    for (const [index, gap] of gaps.entries()) text += textOf(gap, number) + pieces[index + 1];
    return text;
  }
}

/** A hundred responses in a fixed, mixed order. */
function responseMix(): DocumentedResponse[] {
  const responses = documentedResponses(document);
  const rare = responses.filter(({ title }) => shares[title] === undefined);
  const common = responses.flatMap((response) =>
    Array<DocumentedResponse>(shares[response.title] ?? 0).fill(response),
  );
  const missing = Object.keys(shares).filter(
    (title) => !responses.some((response) => response.title === title),
  );
  if (missing.length > 0) throw new Error(`no example is called ${missing.join(", ")}`);
  const cards = [...common, ...rare.slice(0, 100 - common.length)];
  return cards.map((_, index) => cards[(index * 37) % cards.length] as DocumentedResponse);
}

const marks = /(\b(?:req_[0-9A-Za-z]{8}|[viad][0-9A-Za-z]{11}|med_123)\b|@started@|@ray@|@date@)/;

function cut(text: string): Template {
  const parts = text.split(marks);
  const gaps = parts.filter((_, index) => index % 2 === 1).map(gapOf);
  return { pieces: parts.filter((_, index) => index % 2 === 0), gaps };
}

function gapOf(mark: string): Gap {
  switch (mark) {
    case "@started@":
      return { kind: "started" };
    case "@ray@":
      return { kind: "ray" };
    case "@date@":
      return { kind: "date" };
    default:
      return { kind: "identifier", name: mark };
  }
}

const begin = Date.UTC(2026, 0, 5, 10);

function textOf(gap: Gap, number: number): string {
  switch (gap.kind) {
    case "started":
      return new Date(begin + number * 20).toISOString();
    case "date":
      return new Date(begin + number * 20).toUTCString();
    case "ray":
      return `${(0x8a7c3f2e1 + number).toString(16)}b2c4d6e-LHR`;
    case "identifier":
      return gap.name.slice(0, -6) + number.toString(36).padStart(6, "0");
    default:
      return gap satisfies never;
  }
}
