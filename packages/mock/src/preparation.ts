import { describe } from "@ittybit/contract";
import type { DocumentedResponse } from "./catalogue.js";
import type { Asked, Choice } from "./choice.js";
import { asNode, type Node } from "./document.js";
import type { Destination, Hosts } from "./host.js";
import type { Kitchen } from "./kitchen.js";
import { type Header, headerValue } from "./message.js";

/** An answer as bytes, and what is wrong with it: nothing, unless the contract and its examples disagree. */
export interface Prepared {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly breaches: readonly string[];
}

type Renderable = Exclude<Choice, { kind: "not-found" | "not-acceptable" }>;

/** How many seeds are tried, one after the other, for a made-up answer that keeps the contract. */
const attempts = 10;

/** Writes a chosen answer as bytes and checks it against the contract. */
export async function prepare(
  kitchen: Kitchen,
  asked: Asked,
  choice: Renderable,
  destination: Destination,
): Promise<Prepared> {
  const { status, response } = choice;
  const echo = echoed(response.headers, asked);
  switch (choice.kind) {
    case "empty":
      return check(kitchen, asked, destination, { status, headers: echo, body: Buffer.alloc(0) });
    case "value": {
      const headers: Header[] = [...echo, ["Content-Type", choice.mediaType]];
      const value = localized(choice.value, {
        status,
        shown: response.headers,
        echo,
        destination,
        hosts: kitchen.hosts,
      });
      return check(kitchen, asked, destination, { status, headers, body: toBytes(value, choice.mediaType) });
    }
    case "make-up":
      return makeUp(kitchen, asked, choice, destination);
    default:
      return choice satisfies never;
  }
}

async function makeUp(
  kitchen: Kitchen,
  asked: Asked,
  { status, response, mediaType }: Renderable & { kind: "make-up" },
  destination: Destination,
): Promise<Prepared> {
  const seed = asked.preference.seed ?? String(Math.random());
  let prepared: Prepared | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const order = {
      operation: asked.operation,
      status,
      mediaType,
      seed: attempt === 0 ? seed : `${seed}/${attempt}`,
    };
    const made = await kitchen.invent(order);
    const echo = echoed(response.headers, asked);
    const names = new Set(echo.map(([name]) => name.toLowerCase()));
    const own = made.headers.filter(
      ([name]) => !names.has(name.toLowerCase()) && !/^content-type$/i.test(name),
    );
    const value = localized(made.body, { status, shown: [], echo: [], destination, hosts: kitchen.hosts });
    const body = toBytes(value, mediaType);
    const headers: Header[] = [...echo, ...own, ["Content-Type", mediaType]];
    prepared = await check(kitchen, asked, destination, { status, headers, body });
    if (prepared.breaches.length === 0) break;
  }
  return prepared as Prepared;
}

/** A documented header that repeats a documented request header carries what the caller sent, if that was valid. */
function echoed(headers: readonly Header[], { report }: Asked): Header[] {
  const faulty = report.findings.flatMap(({ at }) => (at.in === "header" ? [at.name] : []));
  const sent = Object.entries(report.parameters.header).flatMap(([name, value]): Header[] =>
    faulty.includes(name) ? [] : [[name, String(value)]],
  );
  return headers.map(([name, value]) => [name, headerValue(sent, name) ?? value]);
}

interface Locale {
  readonly status: number;
  /** Headers as the document shows them, and as this answer carries them. */
  readonly shown: readonly Header[];
  readonly echo: readonly Header[];
  readonly destination: Destination;
  readonly hosts: Hosts;
}

/** An example told of this exchange: its status, the version served, and links that lead back to this mock. */
function localized(value: unknown, { status, shown, echo, destination, hosts }: Locale): unknown {
  const { meta, links } = asNode(value);
  if (typeof meta !== "object" || meta === null) return value;
  const entries = Object.entries(meta).map(([name, one]): [string, unknown] => {
    if (name === "status" && typeof one === "number") return [name, status];
    const index = shown.findIndex(([, text]) => text === one);
    return [name, index < 0 ? one : echo[index]?.[1]];
  });
  const told = { ...asNode(value), meta: Object.fromEntries(entries) };
  if (destination.origin === null || typeof links !== "object" || links === null) return told;
  return { ...told, links: relocated(links as Node, destination.origin, new Set(hosts.values())) };
}

function relocated(links: Node, origin: string, hosts: ReadonlySet<string>): Node {
  const move = (link: unknown) => {
    const [, host = "", rest = ""] = /^https?:\/\/([^/?#]+)(.*)$/s.exec(String(link)) ?? [];
    return hosts.has(host) ? origin + rest : link;
  };
  return Object.fromEntries(Object.entries(links).map(([name, link]) => [name, move(link)]));
}

function toBytes(value: unknown, mediaType: string): Uint8Array {
  if (value === undefined) return Buffer.alloc(0);
  const isText = typeof value === "string" && !/[/+]json\b/.test(mediaType);
  return Buffer.from(isText ? value : JSON.stringify(value));
}

/** Checks an answer of an operation against the contract before it is sent. */
export async function check(
  { contract }: Kitchen,
  { operation }: Pick<Asked, "operation">,
  { url }: Destination,
  answer: Omit<Prepared, "breaches">,
): Promise<Prepared> {
  const body = answer.body.length === 0 ? null : answer.body;
  const { findings } = await contract.checkResponse({ method: operation.method, url }, { ...answer, body });
  const broken = findings.filter(({ sort }) => sort === "violation");
  return {
    ...answer,
    breaches: broken.map((finding) => `${describe(finding)}.`),
  };
}

/** The headers that a documented response carries, told of this request. */
export function headersOf(response: DocumentedResponse | undefined, asked: Pick<Asked, "report">): Header[] {
  return echoed(response?.headers ?? [], asked as Asked);
}
