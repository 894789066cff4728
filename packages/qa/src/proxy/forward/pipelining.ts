import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection. */
interface Pipeline {
  active: number;
  /** Whether the active request is unsafe, and so the only active one. */
  isExclusive: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Schedules pipelined requests (RFC 9112, 9.3.2). Safe requests run at once. An unsafe one waits for those before it,
 * and those after it wait for it, so that none overtakes it on another connection to the upstream.
 */
export class Pipelining {
  readonly #pipelines = new WeakMap<Socket, Pipeline>();

  schedule({ method = "", socket }: IncomingMessage, response: ServerResponse, start: () => void): void {
    const pipeline = this.#pipelineOf(socket);
    const isUnsafe = !isSafe(method);
    const begin = () => {
      if (socket.destroyed) return;
      pipeline.active += 1;
      pipeline.isExclusive = isUnsafe;
      start();
    };
    response.once("close", () => this.#finish(pipeline));
    const isFree = pipeline.active === 0 || (!isUnsafe && !pipeline.isExclusive);
    if (isFree && pipeline.waiting.length === 0) begin();
    else pipeline.waiting.push(begin);
  }

  #pipelineOf(socket: Socket): Pipeline {
    const known = this.#pipelines.get(socket);
    if (known) return known;
    const pipeline: Pipeline = { active: 0, isExclusive: false, waiting: [] };
    this.#pipelines.set(socket, pipeline);
    return pipeline;
  }

  /** Starts one waiting request only: running safe ones together is not worth tracking once some had to wait. */
  #finish(pipeline: Pipeline): void {
    pipeline.active -= 1;
    if (pipeline.active === 0) pipeline.waiting.shift()?.();
  }
}

/** Whether a method is safe (RFC 9110, 9.2.1): it can be repeated and reordered. */
export function isSafe(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method);
}
