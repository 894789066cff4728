import { asNode, type Node } from "../document/node.js";
import type { Header } from "../http/message.js";
import type { Destination, Hosts } from "../request/destination.js";

/** What an example is adapted to. */
export interface Exchange {
  readonly status: number;
  /** Response headers as the document shows them, and the same headers as this response sends them. */
  readonly shown: { readonly documented: readonly Header[]; readonly sent: readonly Header[] };
  readonly destination: Destination;
  readonly hosts: Hosts;
}

/** Adapts the envelope of an example to this exchange: its status, the version served, links to this mock. */
export function adaptExample(value: unknown, { status, shown, destination, hosts }: Exchange): unknown {
  const { meta, links } = asNode(value);
  if (typeof meta !== "object" || meta === null) return value;
  const entries = Object.entries(meta).map(([name, one]): [string, unknown] => {
    if (name === "status" && typeof one === "number") return [name, status];
    const index = shown.documented.findIndex(([, text]) => text === one);
    return [name, index < 0 ? one : shown.sent[index]?.[1]];
  });
  const adapted = { ...asNode(value), meta: Object.fromEntries(entries) };
  if (destination.origin === null || typeof links !== "object" || links === null) return adapted;
  return { ...adapted, links: moveLinks(links as Node, destination.origin, new Set(hosts.values())) };
}

function moveLinks(links: Node, origin: string, hosts: ReadonlySet<string>): Node {
  const move = (link: unknown) => {
    const [, host = "", rest = ""] = /^https?:\/\/([^/?#]+)(.*)$/s.exec(String(link)) ?? [];
    return hosts.has(host) ? origin + rest : link;
  };
  return Object.fromEntries(Object.entries(links).map(([name, link]) => [name, move(link)]));
}
