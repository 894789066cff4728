import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What is under way on one connection of a caller. */
interface Pipeline {
  active: number;
  /** Whether one of them may change something; it is then the only one. */
  isExclusive: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Requests that a caller sends without waiting for answers (RFC 9112, 9.3.2) go on at once while they only read. One
 * that may change something waits for those before it, and those behind wait for it, so that none overtakes it on
 * another connection to the upstream.
 */
export class Pipelining {
  readonly #lines = new WeakMap<Socket, Pipeline>();

  schedule({ method = "", socket }: IncomingMessage, response: ServerResponse, go: () => void): void {
    const line = this.#lineOf(socket);
    const changes = !/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method);
    const begin = () => {
      if (socket.destroyed) return;
      line.active += 1;
      line.isExclusive = changes;
      go();
    };
    response.once("close", () => this.#left(line));
    const isFree = line.active === 0 || (!changes && !line.isExclusive);
    if (isFree && line.waiting.length === 0) begin();
    else line.waiting.push(begin);
  }

  #lineOf(socket: Socket): Pipeline {
    const known = this.#lines.get(socket);
    if (known) return known;
    const line: Pipeline = { active: 0, isExclusive: false, waiting: [] };
    this.#lines.set(socket, line);
    return line;
  }

  /** The next one goes alone: whether those behind it may go with it does not matter to anybody. */
  #left(line: Pipeline): void {
    line.active -= 1;
    if (line.active === 0) line.waiting.shift()?.();
  }
}
