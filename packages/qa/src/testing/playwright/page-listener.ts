import type { APIRequestContext, BrowserContext, Page, Request, Response } from "@playwright/test";
import type { LiveExchange } from "../live-checker.js";
import { observeRequests } from "./api-request.js";
import type { TestRecorder } from "./test-recorder.js";

/** What pages and request contexts of one worker do, told to the test that runs. */
export class PageListener {
  readonly #contexts = new WeakSet<BrowserContext>();
  readonly #requests = new WeakMap<APIRequestContext, APIRequestContext>();
  /** What happened while no test ran, as in `beforeAll`: the next test takes it over. */
  readonly #waiting: ((watch: TestRecorder) => void)[] = [];
  #watch: TestRecorder | null = null;

  /** From now on a test runs; null: none. */
  recordWith(watch: TestRecorder | null): void {
    this.#watch = watch;
    if (watch !== null) for (const tell of this.#waiting.splice(0)) tell(watch);
  }

  /** Listens to a context: its pages, their popups, and the service workers that Playwright shows (Chromium). */
  listen(context: BrowserContext): void {
    if (this.#contexts.has(context)) return;
    this.#contexts.add(context);
    context.on("request", (request: Request) => this.#tell((watch) => watch.requestStarted(request)));
    context.on("response", (response: Response) => this.#tell((watch) => watch.responseReceived(response)));
    context.on("requestfailed", (request: Request) => this.#tell((watch) => watch.requestFailed(request)));
    this.#wrap(context, context.request);
    for (const page of context.pages()) this.#wrap(page, context.request);
    context.on("page", (page) => this.#wrap(page, context.request));
  }

  /** The same request context, listened to. */
  observedRequests(requests: APIRequestContext): APIRequestContext {
    const known = this.#requests.get(requests);
    const watched = known ?? observeRequests(requests, (exchange) => this.#add(exchange));
    this.#requests.set(requests, watched);
    this.#requests.set(watched, watched);
    return watched;
  }

  /** What is asked through it is seen; and it closes once its answers are read, because it takes them along. */
  #wrap(owner: BrowserContext | Page, requests: APIRequestContext): void {
    const close = owner.close.bind(owner);
    Object.defineProperty(owner, "request", { configurable: true, value: this.observedRequests(requests) });
    Object.defineProperty(owner, "close", {
      configurable: true,
      value: async (options?: Parameters<Page["close"]>[0]) => {
        await this.#watch?.drain();
        await close(options);
      },
    });
  }

  async #add(exchange: LiveExchange): Promise<void> {
    if (this.#watch === null) this.#waiting.push((watch) => void watch.add(exchange));
    else await this.#watch.add(exchange);
  }

  #tell(event: (watch: TestRecorder) => void): void {
    if (this.#watch === null) this.#waiting.push(event);
    else event(this.#watch);
  }
}
