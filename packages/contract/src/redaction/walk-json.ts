import { MAX_NESTING, type Visitor } from "./visitor.js";

/** An object or array that is being read. */
interface Frame {
  readonly isArray: boolean;
  /** It stands under a secret name. */
  readonly isSecret: boolean;
  /** Property name of the value that is read next; null where a name is expected. */
  key: string | null;
  /** A member such as `"name": "Authorization"` names its neighbour as secret. */
  namesSecret: boolean;
  /** Scalars that become secret if the frame names one: `value` beside `name`, the second of two items. */
  readonly named: number[];
  count: number;
}

/** Members that name another member of the same object. */
const NAME_MEMBERS: ReadonlySet<string> = new Set([
  "name",
  "key",
  "header",
  "field",
  "param",
  "parameter",
  "id",
]);

/** Members that are named by another one. */
const VALUE_MEMBERS: ReadonlySet<string> = new Set(["value", "values", "val", "content", "data", "text"]);

/** A scalar of the output that may have to be replaced later. */
interface Scalar {
  readonly kind: "string" | "number" | "other";
  readonly value: string;
}

/**
 * Walks over JSON text token by token, and keeps everything that is not redacted as it was written. Reads text that is
 * cut off, and several values in a row.
 *
 * @returns null for text that is not JSON
 */
export function walkJson(text: string, visitor: Visitor, depth: number): string | null {
  const walk = new JsonWalk(text, visitor, depth);
  return walk.run();
}

class JsonWalk {
  readonly #text: string;
  readonly #visitor: Visitor;
  readonly #depth: number;
  readonly #pieces: string[] = [];
  readonly #scalars = new Map<number, Scalar>();
  readonly #stack: Frame[] = [];

  constructor(text: string, visitor: Visitor, depth: number) {
    this.#text = text;
    this.#visitor = visitor;
    this.#depth = depth;
  }

  run(): string | null {
    const text = this.#text;
    for (let index = 0; index < text.length; ) {
      const end = this.#token(index);
      if (end === -1) return null;
      index = end;
    }
    while (this.#stack.length > 0) this.#close();
    return this.#pieces.join("");
  }

  /** Reads one token. Returns where it ends; -1 for what is not JSON. */
  #token(start: number): number {
    const character = this.#text[start] as string;
    switch (character) {
      case '"':
        return this.#string(start);
      case "{":
      case "[":
        this.#open(character === "[");
        return this.#copy(start, start + 1);
      case "}":
      case "]":
        if (this.#stack.at(-1)?.isArray !== (character === "]")) return -1;
        this.#close();
        return this.#copy(start, start + 1);
      case ",": {
        const frame = this.#stack.at(-1);
        if (frame !== undefined && !frame.isArray) frame.key = null;
        return this.#copy(start, start + 1);
      }
      case ":":
        return this.#copy(start, start + 1);
      default:
        return this.#literal(start);
    }
  }

  #copy(start: number, end: number): number {
    this.#pieces.push(this.#text.slice(start, end));
    return end;
  }

  #open(isArray: boolean): void {
    const parent = this.#stack.at(-1);
    const isSecret = this.#isSecretHere();
    if (parent !== undefined) parent.count += 1;
    this.#stack.push({ isArray, isSecret, key: null, namesSecret: false, named: [], count: 0 });
  }

  /** Redacts what the frame names as secret. */
  #close(): void {
    const frame = this.#stack.pop() as Frame;
    if (!frame.namesSecret || (frame.isArray && frame.count !== 2)) return;
    for (const index of frame.named) {
      const scalar = this.#scalars.get(index) as Scalar;
      this.#pieces[index] = this.#secret(scalar, this.#pieces[index] as string);
    }
  }

  /** Whether the value that comes next is secret by the name before it, or by that of what holds it. */
  #isSecretHere(): boolean {
    const frame = this.#stack.at(-1);
    if (frame === undefined) return false;
    if (frame.isSecret) return true;
    if (frame.key === null) return false;
    return (
      this.#visitor.isSecret(frame.key) || (frame.namesSecret && VALUE_MEMBERS.has(frame.key.toLowerCase()))
    );
  }

  #string(start: number): number {
    const close = endOfString(this.#text, start + 1);
    const isCut = close === -1;
    const raw = this.#text.slice(start + 1, isCut ? this.#text.length : close);
    const value = decodeString(raw);
    const frame = this.#stack.at(-1);
    const isKey = frame !== undefined && !frame.isArray && frame.key === null;
    if (isKey) {
      frame.key = value;
      const name = this.#visitor.structure(value);
      this.#pieces.push(`"${name === value ? raw : encodeString(name)}${isCut ? "" : '"'}`);
    } else {
      const written = this.#writeString(value, raw, isCut);
      this.#add({ kind: "string", value }, written);
    }
    return isCut ? this.#text.length : close + 1;
  }

  #writeString(value: string, raw: string, isCut: boolean): string {
    const clean = this.#isSecretHere()
      ? this.#visitor.secret(value)
      : this.#depth < MAX_NESTING
        ? this.#visitor.nested(value, this.#depth + 1)
        : this.#visitor.value(value);
    return `"${clean === value ? raw : encodeString(clean)}${isCut ? "" : '"'}`;
  }

  /** Adds a scalar, and notes what it may name and what may name it. */
  #add(scalar: Scalar, written: string): void {
    const frame = this.#stack.at(-1);
    const index = this.#pieces.push(written) - 1;
    if (frame === undefined) return;
    frame.count += 1;
    const key = frame.key?.toLowerCase() ?? "";
    const isName = frame.isArray ? frame.count === 1 : NAME_MEMBERS.has(key);
    if (isName && scalar.kind === "string" && this.#visitor.isSecret(scalar.value)) frame.namesSecret = true;
    const isNamed = frame.isArray ? frame.count === 2 : VALUE_MEMBERS.has(key);
    if (!isNamed) return;
    frame.named.push(index);
    this.#scalars.set(index, scalar);
  }

  #literal(start: number): number {
    const end = endOfLiteral(this.#text, start);
    if (end === start) {
      const space = endOfSpace(this.#text, start);
      return space === start ? -1 : this.#copy(start, space);
    }
    const value = this.#text.slice(start, end);
    const isNumber = /^-?\d[\d.eE+-]*$/.test(value);
    if (!isNumber && !LITERALS.has(value) && end !== this.#text.length) return -1;
    const scalar: Scalar = { kind: isNumber ? "number" : "other", value };
    this.#add(scalar, this.#isSecretHere() ? this.#secret(scalar, value) : value);
    return end;
  }

  #secret({ kind, value }: Scalar, written: string): string {
    if (kind === "string") return `"${encodeString(this.#visitor.secret(value))}"`;
    return kind === "number" ? this.#visitor.number(value) : written;
  }
}

const LITERALS: ReadonlySet<string> = new Set(["true", "false", "null"]);

/** Index of the quote that ends a string; -1 when it is cut off. */
function endOfString(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 34) return index;
    if (code === 92) index++;
  }
  return -1;
}

/** Separates the values of a JSON text sequence (RFC 7464). */
const RECORD_SEPARATOR = "\u001e";

function endOfSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && (text[index] === RECORD_SEPARATOR || /\s/.test(text[index] as string)))
    index++;
  return index;
}

function endOfLiteral(text: string, from: number): number {
  let index = from;
  while (index < text.length && /[\w.+-]/.test(text[index] as string)) index++;
  return index;
}

function decodeString(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw.replaceAll(/\\(.)/gs, "$1");
  }
}

function encodeString(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
