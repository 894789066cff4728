import { ContractError } from "../contract-error.js";
import { isObject } from "../is-object.js";
import { joinPointer, pointerOfReference, resolvePointer } from "../json-pointer.js";
import type { Linker } from "../schema/link/linker.js";
import { wholeReason } from "./inferred-mark.js";

/** A node of the document, with references followed. */
export interface DocumentNode {
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Why this part is inferred: the nearest reason above it in the document, else `carried`. */
  readonly inferred: string | null;
  /** The reason beside the `$ref` that led here. Other reasons above the `$ref` do not apply here. */
  readonly carried: string | null;
}

/** Reads an OpenAPI document. Throws {@link ContractError} for parts that cannot be used. */
export class DocumentReader {
  readonly document: Readonly<Record<string, unknown>>;
  readonly linker: Linker;

  constructor(document: Readonly<Record<string, unknown>>, linker: Linker) {
    this.document = document;
    this.linker = linker;
  }

  /** The object at a pointer, with `$ref`s followed (not those of schemas). */
  node(pointer: string, carriedFrom: string | null): DocumentNode {
    const seen = new Set<string>();
    let at = pointer;
    let carried = carriedFrom;
    for (;;) {
      const value = resolvePointer(this.document, at);
      if (!isObject(value))
        throw new ContractError("an object is expected here", { pointer: at }, "Correct it.");
      if (typeof value.$ref !== "string") {
        return { pointer: at, value, inferred: this.#inferredAt(at) ?? carried, carried };
      }
      if (seen.has(at))
        throw new ContractError("this $ref leads back to itself", { pointer: at }, "Break the circle.");
      seen.add(at);
      carried = wholeReason(value["x-inferred"]) ?? carried;
      at = this.#target(value.$ref, at);
    }
  }

  /** The node below `node`, or null when there is none. */
  child(node: DocumentNode, ...steps: readonly (string | number)[]): DocumentNode | null {
    const pointer = joinPointer(node.pointer, ...steps);
    return resolvePointer(this.document, pointer) === undefined ? null : this.node(pointer, node.carried);
  }

  /** Names below a node, in document order. */
  names(node: DocumentNode, field: string): string[] {
    const map = node.value[field];
    if (map === undefined) return [];
    if (!isObject(map)) throw this.errorAt(node, `${field} is not an object`, "Correct it.", field);
    return Object.keys(map);
  }

  /** Number of items in a list below a node; 0 when it is not there. */
  count(node: DocumentNode, field: string): number {
    const list = node.value[field];
    if (list === undefined) return 0;
    if (!Array.isArray(list)) throw this.errorAt(node, `${field} is not a list`, "Correct it.", field);
    return list.length;
  }

  errorAt(node: DocumentNode, problem: string, fix: string, ...steps: readonly string[]): ContractError {
    return new ContractError(problem, { pointer: joinPointer(node.pointer, ...steps) }, fix);
  }

  #target(reference: string, from: string): string {
    const pointer = joinPointer(from, "$ref");
    if (!reference.startsWith("#")) {
      throw new ContractError(
        `$ref "${reference}" is another file`,
        { pointer },
        "Load the document with loadContract, or bundle it.",
      );
    }
    const target = pointerOfReference(reference);
    if (target === null || resolvePointer(this.document, target) === undefined) {
      throw new ContractError(`$ref "${reference}" leads nowhere`, { pointer }, "Correct the reference.");
    }
    return target;
  }

  #inferredAt(pointer: string): string | null {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const value = resolvePointer(this.document, at);
      const reason = isObject(value) ? wholeReason(value["x-inferred"]) : null;
      if (reason !== null) return reason;
    }
    return null;
  }
}
