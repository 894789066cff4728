import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What is under way on one connection of a caller. */
interface Line {
  underWay: number;
  /** Whether one of them may change something; it is then the only one. */
  changes: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Requests that a caller sends without waiting for answers (RFC 9112, 9.3.2) go on at once while they only read. One
 * that may change something waits for those before it, and those behind wait for it, so that none overtakes it on
 * another connection to the upstream.
 */
export class Turns {
  readonly #lines = new WeakMap<Socket, Line>();

  take({ method = "", socket }: IncomingMessage, response: ServerResponse, go: () => void): void {
    const line = this.#lineOf(socket);
    const changes = !/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method);
    const begin = () => {
      if (socket.destroyed) return;
      line.underWay += 1;
      line.changes = changes;
      go();
    };
    response.once("close", () => this.#left(line));
    const isFree = line.underWay === 0 || (!changes && !line.changes);
    if (isFree && line.waiting.length === 0) begin();
    else line.waiting.push(begin);
  }

  #lineOf(socket: Socket): Line {
    const known = this.#lines.get(socket);
    if (known) return known;
    const line: Line = { underWay: 0, changes: false, waiting: [] };
    this.#lines.set(socket, line);
    return line;
  }

  /** The next one goes alone: whether those behind it may go with it does not matter to anybody. */
  #left(line: Line): void {
    line.underWay -= 1;
    if (line.underWay === 0) line.waiting.shift()?.();
  }
}
