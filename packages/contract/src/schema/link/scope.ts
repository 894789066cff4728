import type { Direction } from "../../findings/finding.js";
import { locationText, type SchemaLocation } from "./schema-registry.js";

/** What the meaning of a schema depends on besides itself. */
export interface Scope {
  readonly direction: Direction;
  /** Outermost schema for each dynamic anchor (JSON Schema Core 2020-12, 8.2.3.2). */
  readonly anchors: ReadonlyMap<string, SchemaLocation>;
  /** Properties that are optional in this direction, whatever `required` says. */
  readonly exempt: readonly string[];
}

/** The same for scopes in which every schema means the same. */
export function scopeText(scope: Scope): string {
  const anchors = [...scope.anchors].map(([name, location]) => `${name}=${locationText(location)}`);
  return [...anchors.sort(), "|", ...scope.exempt].join(" ");
}

/** A scope in which other properties are optional. */
export function withExempt(scope: Scope, exempt: readonly string[]): Scope {
  return scope.exempt.length === 0 && exempt.length === 0 ? scope : { ...scope, exempt };
}

/** A scope inside of a resource: outer anchors come first. */
export function withAnchors(scope: Scope, inner: ReadonlyMap<string, SchemaLocation>): Scope {
  return { ...scope, anchors: new Map([...inner, ...scope.anchors]) };
}
