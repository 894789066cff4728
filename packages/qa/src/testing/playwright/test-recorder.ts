import type { Request, Response } from "@playwright/test";
import type { Report } from "../../report/report.js";
import type { LiveExchange } from "../live-checker.js";
import type { Session } from "../session.js";
import { readPageExchange } from "./page-exchange.js";

/** Checks the traffic of one test with the API. */
export class TestRecorder {
  readonly #openSession: () => Promise<Session>;
  readonly #grace: number;
  #opened: Promise<Session> | null = null;
  readonly #reading = new Set<Promise<void>>();
  readonly #open = new Set<Request>();
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;

  /**
   * @param open opens the contract; called for the first response
   * @param grace how long to wait for bodies that are still arriving, in milliseconds
   */
  constructor(open: () => Promise<Session>, grace: number) {
    this.#openSession = open;
    this.#grace = grace;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** A page sent a request. */
  requestStarted(request: Request): void {
    this.#open.add(request);
  }

  /** A page received a response, whose body may still be arriving. */
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

  /** A request was blocked, cancelled, or lost its connection before the response. */
  requestFailed(request: Request): void {
    if (this.#open.delete(request)) this.#read(async (session) => session.addUnanswered());
  }

  /** Adds an exchange that was read elsewhere. */
  async add(exchange: LiveExchange): Promise<void> {
    await (await this.#session()).add(exchange);
  }

  /** Waits until the received responses are read, at most for the grace period. */
  async drain(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, this.#grace);
    });
    await Promise.race([Promise.allSettled(this.#reading), timeout]);
    clearTimeout(timer);
  }

  /**
   * Waits until every received response is checked.
   *
   * @throws ContractError, UsageError when the contract cannot be opened
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

  /** null: there was no traffic. */
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
