import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const ignore = () => {};

/** A request whose response is not finished. */
export interface ActiveResponse {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

/** The unfinished responses of each connection, in the order of their requests. */
export class ActiveResponses {
  readonly #bySocket = new WeakMap<Socket, Set<ActiveResponse>>();

  add(incoming: IncomingMessage, response: ServerResponse): void {
    const { socket } = incoming;
    const active = this.#bySocket.get(socket) ?? new Set();
    this.#bySocket.set(socket, active);
    const one = { incoming, response };
    active.add(one);
    response.once("close", () => active.delete(one));
    // Whoever forwards the request handles its errors; one that still waits for its turn has nobody.
    incoming.on("error", ignore);
  }

  of(socket: Socket): readonly ActiveResponse[] {
    return [...(this.#bySocket.get(socket) ?? [])];
  }
}
