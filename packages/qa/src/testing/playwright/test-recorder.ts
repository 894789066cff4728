import type { Request, Response } from "@playwright/test";
import type { Report } from "../../report/report.js";
import type { LiveExchange } from "../live-checker.js";
import type { Session } from "../session.js";
import { readPageExchange } from "./page-exchange.js";

/** Checks what one test has to do with the API. */
export class TestRecorder {
  readonly #openSession: () => Promise<Session>;
  readonly #grace: number;
  #opened: Promise<Session> | null = null;
  readonly #reading = new Set<Promise<void>>();
  readonly #open = new Set<Request>();
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;

  /**
   * @param open opens the contract; called when the first request is seen
   * @param grace how long bodies that are still on their way may take at an end, in milliseconds
   */
  constructor(open: () => Promise<Session>, grace: number) {
    this.#openSession = open;
    this.#grace = grace;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** A page has asked. */
  requestStarted(request: Request): void {
    this.#open.add(request);
  }

  /** A page was answered; the body may still be on its way. */
  responseReceived(response: Response): void {
    this.#open.delete(response.request());
    this.#read(async (session) => {
      const request = { method: response.request().method(), url: response.url() };
      const exchange = session.isInScope(request)
        ? await readPageExchange(response, this.#ended)
        : elsewhere(request, response.status());
      if (exchange === null) session.addUnanswered();
      else await session.add(exchange);
    });
  }

  /** A request of a page was blocked, cancelled, or lost its connection before it was answered. */
  requestFailed(request: Request): void {
    if (this.#open.delete(request)) this.#read(async (session) => session.addUnanswered());
  }

  /** An exchange was read elsewhere. */
  async add(exchange: LiveExchange): Promise<void> {
    await (await this.#session()).add(exchange);
  }

  /** Waits until what was answered is read; what takes too long goes on. */
  async drain(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, this.#grace);
    });
    await Promise.race([Promise.allSettled(this.#reading), late]);
    clearTimeout(timer);
  }

  /**
   * Waits until everything that was answered is checked.
   *
   * @throws ContractError, UsageError when there is no contract to check with
   */
  async settle(): Promise<void> {
    if (this.#opened === null && this.#open.size === 0) return;
    const session = await this.#session();
    const timer = setTimeout(this.#end, this.#grace);
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    clearTimeout(timer);
    for (const _ of this.#open) session.addUnanswered();
    this.#open.clear();
  }

  /** null: there was nothing to look at. */
  async report(): Promise<Report | null> {
    return this.#opened && (await this.#opened).report();
  }

  #session(): Promise<Session> {
    this.#opened ??= this.#openSession();
    return this.#opened;
  }

  #read(work: (session: Session) => Promise<void>): void {
    const reading = this.#session()
      .then(work)
      .finally(() => this.#reading.delete(reading));
    reading.catch(() => undefined);
    this.#reading.add(reading);
  }
}

const elsewhere = (request: { method: string; url: string }, status: number): LiveExchange => ({
  request: { ...request, headers: [] },
  response: { status, headers: [] },
});
