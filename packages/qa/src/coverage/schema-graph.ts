import { type Plan, type SchemaNode, schemasAtSamePlace } from "./schema-nodes.js";

/** The schemas that apply to a value, with what they lead to. The same for every location that they apply to. */
export interface SchemaVertex {
  readonly nodes: readonly SchemaNode[];
  readonly properties: ReadonlyMap<string, SchemaVertex>;
  readonly items: SchemaVertex | null;
  /** Whether a value may contain another value of the same schemas, at any depth. */
  readonly isRecursive: boolean;
}

/** The schemas of a plan as a graph: properties and items are its edges. Grows with the schemas it is asked for. */
export class SchemaGraph {
  readonly #schemas: Plan["schemas"];
  readonly #maxVertices: number;
  readonly #vertices = new Map<string, Vertex>();
  readonly #ids = new Map<SchemaNode, number>();

  /** @param maxVertices where to stop: schemas that are combined in every way are more than any memory holds */
  constructor(schemas: Plan["schemas"], maxVertices: number) {
    this.#schemas = schemas;
    this.#maxVertices = maxVertices;
  }

  /** The vertex of a schema; null if the graph is full. */
  vertex(key: string): SchemaVertex | null {
    const root = this.#vertexOf([{ $ref: key }]);
    if (this.#vertices.size > this.#maxVertices) return null;
    if (root.component === null && !this.#connect(root)) return null;
    return root;
  }

  /**
   * Finds the edges and the strongly connected components of all that a vertex leads to, by Tarjan's algorithm without
   * recursion. Returns false if the graph is full.
   */
  #connect(root: Vertex): boolean {
    const path: { readonly vertex: Vertex; readonly open: Vertex[] }[] = [];
    const component: Vertex[] = [];
    let next = 0;
    const enter = (vertex: Vertex) => {
      vertex.index = vertex.low = next++;
      component.push(vertex);
      path.push({ vertex, open: this.#expand(vertex) });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      if (this.#vertices.size > this.#maxVertices) return false;
      const { vertex, open } = top;
      const target = open.pop();
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1)?.vertex;
        if (parent) parent.low = Math.min(parent.low, vertex.low);
        if (vertex.low === vertex.index) close(vertex, component);
      } else if (target.component !== null) continue;
      else if (target.index < 0) enter(target);
      else vertex.low = Math.min(vertex.low, target.index);
    }
    return true;
  }

  #expand(vertex: Vertex): Vertex[] {
    const properties = new Map<string, SchemaNode[]>();
    for (const node of vertex.nodes) {
      for (const [name, schema] of Object.entries(node.properties ?? {})) {
        const known = properties.get(name);
        if (known) known.push(schema);
        else properties.set(name, [schema]);
      }
    }
    const items = vertex.nodes.flatMap((node) => (typeof node.items === "object" ? [node.items] : []));
    if (properties.size > 0)
      vertex.properties = new Map([...properties].map(([name, below]) => [name, this.#vertexOf(below)]));
    vertex.items = items.length === 0 ? null : this.#vertexOf(items);
    return [...vertex.properties.values(), ...(vertex.items ? [vertex.items] : [])];
  }

  #vertexOf(start: readonly SchemaNode[]): Vertex {
    const nodes = schemasAtSamePlace(this.#schemas, start);
    const id = nodes.flatMap((node) => (isOnlyReference(node) ? [] : this.#idOf(node))).join(" ");
    const known = this.#vertices.get(id) ?? new Vertex(nodes);
    this.#vertices.set(id, known);
    return known;
  }

  #idOf(node: SchemaNode): number {
    const id = this.#ids.get(node) ?? this.#ids.size;
    this.#ids.set(node, id);
    return id;
  }
}

const NO_PROPERTIES: ReadonlyMap<string, Vertex> = new Map();

class Vertex implements SchemaVertex {
  readonly nodes: readonly SchemaNode[];
  properties: ReadonlyMap<string, Vertex> = NO_PROPERTIES;
  items: Vertex | null = null;
  index = -1;
  low = -1;
  component: Vertex | null = null;
  isRecursive = false;

  constructor(nodes: readonly SchemaNode[]) {
    this.nodes = nodes;
  }
}

/** Takes the component of its first vertex from the end of the open ones. */
function close(first: Vertex, open: Vertex[]): void {
  const members = open.splice(open.lastIndexOf(first));
  for (const member of members) {
    member.component = first;
    member.isRecursive = members.length > 1 || member.items === member;
    for (const target of member.properties.values()) if (target === member) member.isRecursive = true;
  }
}

/** Whether a schema says no more about a value than the schemas that it refers to. */
function isOnlyReference({
  type,
  enum: values,
  properties,
  items,
  anyOf,
  oneOf,
  ...node
}: SchemaNode): boolean {
  const parts = [type, values, node["x-extensible-enum"], properties, items, anyOf, oneOf];
  return parts.every((part) => part === undefined);
}
