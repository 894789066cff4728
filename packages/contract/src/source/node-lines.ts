/** A flow collection of several lines, such as an example in JSON. */
interface FlowSource {
  /** Line where it begins. */
  readonly line: number;
  readonly source: string;
}

/** Finds the line of a node, from 1, in the text of a flow collection. */
export type FlowLine = (source: string) => (tokens: readonly string[]) => number;

/** The lines of the nodes of a YAML text. */
export class NodeLines {
  /** By object or list: the lines of its members, by key or index. */
  readonly #members = new Map<unknown, Map<string, number>>();
  readonly #flows = new Map<unknown, FlowSource>();
  readonly #flowLine: FlowLine;
  readonly #locators = new Map<FlowSource, ReturnType<FlowLine>>();

  constructor(flowLine: FlowLine) {
    this.#flowLine = flowLine;
  }

  add(collection: object, member: string, line: number): void {
    const members = this.#members.get(collection);
    if (members) members.set(member, line);
    else this.#members.set(collection, new Map([[member, line]]));
  }

  addFlow(collection: unknown, flow: FlowSource): void {
    this.#flows.set(collection, flow);
  }

  /** Line of the node at these tokens below a root, or of the nearest one above it. */
  lineOf(root: unknown, tokens: readonly string[]): number {
    let node = root;
    let line = 1;
    for (const [index, token] of tokens.entries()) {
      const flow = this.#flows.get(node);
      if (flow !== undefined && Object.hasOwn(node as object, token)) {
        return flow.line - 1 + this.#locator(flow)(tokens.slice(index));
      }
      const found = this.#members.get(node)?.get(token);
      if (found === undefined) break;
      line = found;
      node = (node as Readonly<Record<string, unknown>>)[token];
    }
    return line;
  }

  #locator(flow: FlowSource): ReturnType<FlowLine> {
    const locator = this.#locators.get(flow) ?? this.#flowLine(flow.source);
    this.#locators.set(flow, locator);
    return locator;
  }
}
