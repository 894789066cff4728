import type { Socket } from "node:net";
import { MAX_HEAD_BYTES } from "./upstream-request.js";

/** Sees the bytes of an upstream before Node's parser does. */
const filters = new WeakMap<Socket, ResponseHeadFilter>();

/**
 * Merges identical values of Content-Length in the head of the next response (RFC 9112, 6.3): Node's parser rejects
 * them, and with them a response that other clients accept. Call it for each request that is sent on the connection.
 *
 * @param onMerged called for each head with repeated values
 */
export function mergeContentLengths(socket: Socket, onMerged: () => void): void {
  const filter = filters.get(socket) ?? new ResponseHeadFilter(socket);
  filters.set(socket, filter);
  filter.expectHead(onMerged);
}

class ResponseHeadFilter {
  /** Bytes of a head that is not complete; null within a body. */
  #head: Buffer | null = null;
  #onMerged: () => void = () => {};

  constructor(socket: Socket) {
    const push = socket.push.bind(socket);
    socket.push = (chunk, encoding) => {
      if (this.#head === null) return push(chunk, encoding);
      const bytes = this.#filter(chunk);
      if (bytes.length > 0 && chunk !== null) return push(bytes);
      if (bytes.length > 0) push(bytes);
      return chunk === null ? push(null) : true;
    };
  }

  expectHead(onMerged: () => void): void {
    this.#head = Buffer.alloc(0);
    this.#onMerged = onMerged;
  }

  /** Returns the bytes that can go on. Holds those of a head until it is complete. */
  #filter(chunk: Buffer | null): Buffer {
    const bytes =
      chunk === null ? (this.#head ?? Buffer.alloc(0)) : Buffer.concat([this.#head ?? chunk, chunk]);
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1 && chunk !== null && bytes.length <= MAX_HEAD_BYTES) {
      this.#head = bytes;
      return Buffer.alloc(0);
    }
    this.#head = null;
    if (end === -1) return bytes;
    const [head, rest] = [bytes.subarray(0, end + 4), bytes.subarray(end + 4)];
    const merged = this.#merge(head);
    // Another head follows an informational one.
    if (!/^HTTP\/1\.\d 1(?!01)/.test(head.toString("latin1", 0, 12))) return Buffer.concat([merged, rest]);
    this.#head = Buffer.alloc(0);
    return Buffer.concat([merged, rest.length === 0 ? rest : this.#filter(rest)]);
  }

  #merge(head: Buffer): Buffer {
    const text = head.toString("latin1");
    const fields = [...text.matchAll(/^content-length:[ \t]*([^\r\n]*?)[ \t]*\r\n/gim)];
    const values = fields.flatMap(([, value = ""]) => value.split(/[ \t]*,[ \t]*/));
    if (values.length < 2 || !values.every((value) => value === values[0] && /^\d+$/.test(value)))
      return head;
    this.#onMerged();
    const [first, ...others] = fields.map(([field]) => field);
    const single = others.reduceRight((rest, field) => withoutLast(rest, field), text);
    return Buffer.from(
      single.replace(first as string, `${first?.split(":")[0]}: ${values[0]}\r\n`),
      "latin1",
    );
  }
}

function withoutLast(text: string, field: string): string {
  const at = text.lastIndexOf(field);
  return text.slice(0, at) + text.slice(at + field.length);
}
