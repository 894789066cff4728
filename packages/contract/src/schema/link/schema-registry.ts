import { ContractError } from "../../contract-error.js";
import { isObject } from "../../is-object.js";
import { joinPointer, resolvePointer } from "../../json-pointer.js";
import { eachSubschema } from "./keywords.js";

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** The dialects that validate like 2020-12: its own, and those of OpenAPI 3.1, with or without a date. */
const knownDialects = [
  dialect,
  /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\/(?:base|\d{4}-\d\d-\d\d)$/,
];

/** A location in one of the documents known to a registry. */
export interface SchemaLocation {
  /** URI of the document; "" for the contract itself. */
  readonly document: string;
  readonly pointer: string;
}

/** A schema resource (JSON Schema Core 2020-12, 4.3.5): what one base URI identifies. */
export interface Resource {
  readonly uri: string;
  readonly root: SchemaLocation;
  readonly anchors: Map<string, SchemaLocation>;
  readonly dynamicAnchors: Map<string, SchemaLocation>;
  /** Where references lead that were resolved before. */
  readonly targets: Map<string, Target>;
}

/** Where a reference leads. `anchor` is set when a dynamic anchor was named. */
interface Target {
  readonly location: SchemaLocation;
  readonly anchor: string | null;
}

/** Base URI of a contract without one of its own. Relative `$id`s resolve against it. */
const contractUri = "https://contract.invalid/openapi";

/** Registers every schema resource and anchor, and resolves references between them. */
export class SchemaRegistry {
  readonly #documents = new Map<string, unknown>();
  readonly #resources = new Map<string, Resource>();
  readonly #owner = new Map<string, Resource>();
  /** Whether any schema uses `$dynamicRef`; without it, the dynamic scope never matters. */
  dynamic = false;

  constructor(document: unknown, schemas: Readonly<Record<string, unknown>>) {
    this.#documents.set("", document);
    this.#resources.set(contractUri, this.#resource(contractUri, { document: "", pointer: "" }));
    for (const uri of Object.keys(schemas)) {
      this.#documents.set(uri, schemas[uri]);
      const location = { document: uri, pointer: "" };
      this.#scan(location, schemas[uri], this.#resource(stripFragment(uri), location));
    }
  }

  /** The value at a location; undefined when there is none. */
  value(location: SchemaLocation): unknown {
    return resolvePointer(this.#documents.get(location.document), location.pointer);
  }

  /** Registers the schema at `location` and all below it. Safe to call twice. */
  add(location: SchemaLocation): void {
    if (this.#owner.has(locationText(location))) return;
    const parent = this.#nearestOwner(location);
    this.#scan(location, this.value(location), parent);
  }

  /** The resource that the schema at `location` belongs to. */
  resourceOf(location: SchemaLocation): Resource {
    this.add(location);
    return this.#owner.get(locationText(location)) ?? this.#nearestOwner(location);
  }

  /** Where a reference leads; null when it leads nowhere. */
  resolve(from: SchemaLocation, reference: string): Target | null {
    const { uri, targets } = this.resourceOf(from);
    const known = targets.get(reference);
    if (known !== undefined) return known;
    const found = this.#find(reference, uri);
    if (found !== null) targets.set(reference, found);
    return found;
  }

  #find(reference: string, base: string): Target | null {
    const target = absoluteUri(reference, base);
    if (target === null) return null;
    const [uri = "", fragment = ""] = splitFragment(target);
    const resource = this.#resources.get(uri);
    if (resource === undefined) return null;
    if (fragment === "") return { location: resource.root, anchor: null };
    if (fragment.startsWith("/")) return this.#byPointer(resource, fragment);
    const dynamic = resource.dynamicAnchors.get(fragment);
    if (dynamic) return { location: dynamic, anchor: fragment };
    const location = resource.anchors.get(fragment);
    return location ? { location, anchor: null } : null;
  }

  #byPointer(resource: Resource, fragment: string): Target | null {
    const pointer = resource.root.pointer + decodeFragment(fragment);
    const location = { document: resource.root.document, pointer };
    if (this.value(location) === undefined) return null;
    this.add(location);
    return { location, anchor: null };
  }

  #nearestOwner(location: SchemaLocation): Resource {
    let pointer = location.pointer;
    for (;;) {
      const owner = this.#owner.get(locationText({ document: location.document, pointer }));
      if (owner) return owner;
      if (pointer === "") break;
      pointer = pointer.slice(0, pointer.lastIndexOf("/"));
    }
    const uri = location.document === "" ? contractUri : stripFragment(location.document);
    return this.#resources.get(uri) as Resource;
  }

  #resource(uri: string, root: SchemaLocation): Resource {
    const resource = { uri, root, anchors: new Map(), dynamicAnchors: new Map(), targets: new Map() };
    this.#resources.set(uri, resource);
    return resource;
  }

  #scan(location: SchemaLocation, schema: unknown, parent: Resource): void {
    if (this.#owner.has(locationText(location))) return;
    const resource = isObject(schema) ? this.#enter(location, schema, parent) : parent;
    this.#owner.set(locationText(location), resource);
    if (!isObject(schema)) return;
    if ("$dynamicRef" in schema) this.dynamic = true;
    eachSubschema(schema, (steps, subschema) => {
      this.#scan(
        { document: location.document, pointer: joinPointer(location.pointer, ...steps) },
        subschema,
        resource,
      );
    });
  }

  #enter(location: SchemaLocation, schema: Record<string, unknown>, parent: Resource): Resource {
    const { $id, $schema, $anchor, $dynamicAnchor } = schema;
    if ($schema !== undefined && !isKnownDialect(String($schema))) throw unknownDialect(location, $schema);
    let resource = parent;
    if (typeof $id === "string") {
      const uri = absoluteUri($id, parent.uri);
      if (uri === null)
        throw new ContractError(`$id "${$id}" is not a URI reference`, location, "Write a URI.");
      resource = this.#claim(stripFragment(uri), location);
    }
    if (typeof $anchor === "string") setAnchor(resource.anchors, $anchor, location);
    if (typeof $dynamicAnchor === "string") {
      setAnchor(resource.anchors, $dynamicAnchor, location);
      resource.dynamicAnchors.set($dynamicAnchor, location);
    }
    return resource;
  }

  #claim(uri: string, location: SchemaLocation): Resource {
    const known = this.#resources.get(uri);
    if (known === undefined) return this.#resource(uri, location);
    if (locationText(known.root) === locationText(location)) return known;
    if (location.pointer === "" && known.root.document === location.document) return known;
    throw new ContractError(`two schemas have the $id "${uri}"`, location, "Give each its own.");
  }
}

function setAnchor(anchors: Map<string, SchemaLocation>, name: string, location: SchemaLocation): void {
  const known = anchors.get(name);
  if (known !== undefined && locationText(known) !== locationText(location)) {
    throw new ContractError(
      `two schemas have the anchor "${name}"`,
      location,
      "Give each its own, or an $id.",
    );
  }
  anchors.set(name, location);
}

function unknownDialect(location: SchemaLocation, value: unknown): ContractError {
  return new ContractError(
    `unknown schema dialect ${JSON.stringify(value)}`,
    location,
    `Only JSON Schema 2020-12 is understood: write "${dialect}", or leave $schema out.`,
  );
}

export function isKnownDialect(uri: string): boolean {
  const plain = stripFragment(uri);
  return knownDialects.some((known) => (typeof known === "string" ? known === plain : known.test(plain)));
}

/** A location as text: the pointer in the contract, `uri#pointer` in another document. */
export function locationText(location: SchemaLocation): string {
  return location.document === "" ? location.pointer : `${location.document}#${location.pointer}`;
}

function absoluteUri(reference: string, base: string): string | null {
  if (reference.startsWith("#")) return stripFragment(base) + reference;
  try {
    return new URL(reference, base).href;
  } catch {
    return URL.canParse(reference) ? reference : null;
  }
}

function splitFragment(uri: string): [string, string] {
  const hash = uri.indexOf("#");
  return hash < 0 ? [uri, ""] : [uri.slice(0, hash), uri.slice(hash + 1)];
}

function stripFragment(uri: string): string {
  return splitFragment(uri)[0];
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
