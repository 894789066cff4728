import type { APIRequestContext, BrowserContext, Page, Request, Response } from "@playwright/test";
import type { LiveExchange } from "../live-checker.js";
import { observeRequests } from "./api-request.js";
import type { TestRecorder } from "./test-recorder.js";

/** Reports the traffic of the pages and request contexts of one worker to the running test. */
export class PageListener {
  readonly #contexts = new WeakSet<BrowserContext>();
  readonly #requests = new WeakMap<APIRequestContext, APIRequestContext>();
  /** Events while no test ran, as in `beforeAll`: the next test takes them over. */
  readonly #pending: ((recorder: TestRecorder) => void)[] = [];
  #recorder: TestRecorder | null = null;

  /** Reports to the recorder of the test that starts; null between tests. */
  recordWith(recorder: TestRecorder | null): void {
    this.#recorder = recorder;
    if (recorder !== null) for (const report of this.#pending.splice(0)) report(recorder);
  }

  /** Listens to a context: its pages, their popups, and the service workers that Playwright shows (Chromium). */
  listen(context: BrowserContext): void {
    if (this.#contexts.has(context)) return;
    this.#contexts.add(context);
    context.on("request", (request: Request) => this.#report((recorder) => recorder.requestStarted(request)));
    context.on("response", (response: Response) =>
      this.#report((recorder) => recorder.responseReceived(response)),
    );
    context.on("requestfailed", (request: Request) =>
      this.#report((recorder) => recorder.requestFailed(request)),
    );
    this.#wrap(context, context.request);
    for (const page of context.pages()) this.#wrap(page, context.request);
    context.on("page", (page) => this.#wrap(page, context.request));
  }

  /** Wraps a request context so that its traffic is reported. */
  observedRequests(requests: APIRequestContext): APIRequestContext {
    const known = this.#requests.get(requests);
    const observed = known ?? observeRequests(requests, (exchange) => this.#add(exchange));
    this.#requests.set(requests, observed);
    this.#requests.set(observed, observed);
    return observed;
  }

  /** Observes `owner.request`, and delays `owner.close` until its responses are read: they are lost when it closes. */
  #wrap(owner: BrowserContext | Page, requests: APIRequestContext): void {
    const close = owner.close.bind(owner);
    Object.defineProperty(owner, "request", { configurable: true, value: this.observedRequests(requests) });
    Object.defineProperty(owner, "close", {
      configurable: true,
      value: async (options?: Parameters<Page["close"]>[0]) => {
        await this.#recorder?.drain();
        await close(options);
      },
    });
  }

  async #add(exchange: LiveExchange): Promise<void> {
    if (this.#recorder === null) this.#pending.push((recorder) => void recorder.add(exchange));
    else await this.#recorder.add(exchange);
  }

  #report(event: (recorder: TestRecorder) => void): void {
    if (this.#recorder === null) this.#pending.push(event);
    else event(this.#recorder);
  }
}
