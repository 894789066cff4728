import { type OperationId, operations } from "@ittybit/openapi";
import type { LiveExchange, Session } from "@ittybit/qa";
import { keyHeader, type Target, urlOf } from "./target.js";

/** A request, and the response it should get. */
export interface Scenario {
  readonly operation: OperationId;
  /** What is tried, in the words of the output. */
  readonly title: string;
  /** The expected status. */
  readonly expects: number;
  /** Id of the item in the path. @default "" */
  readonly item?: string;
  /** Without the question mark. @default "" */
  readonly query?: string;
  /** A URL of the target to call instead of that of the operation. */
  readonly link?: string;
  readonly body?: FormData | URLSearchParams | RawBody;
  /** What is wrong with a body of the expected status, as `the item is missing`; null where nothing is. */
  readonly check?: (json: LiveResponse["json"]) => string | null;
  /** @default "own" */
  readonly key?: "own" | "none" | "wrong";
}

/** A body as it is sent, with its media type. */
interface RawBody {
  readonly type: string;
  readonly text: string;
}

/** A response of the target. */
export interface LiveResponse {
  readonly status: number;
  /** The body as JSON; null where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever a live API sends
  readonly json: any;
}

/** How many scenarios ended in which way. */
export interface Counts {
  passed: number;
  failed: number;
  /** No response came. */
  unanswered: number;
  skipped: number;
}

const TIMEOUT_MS = 60_000;

/** Statuses that decide nothing about a scenario: a closed beta, too many requests. */
const INCONCLUSIVE_STATUSES = [403, 429];

/** Runs scenarios against a target, one at a time, and reports one line for each. */
export class Runner {
  readonly counts: Counts = { passed: 0, failed: 0, unanswered: 0, skipped: 0 };
  readonly #target: Target;
  readonly #session: Session;
  readonly #print: (line: string) => void;
  readonly #stopped: AbortSignal;
  /** Lines held back while every response is a 404; null once another status came. */
  #held: string[] | null = [];

  constructor(target: Target, session: Session, print: (line: string) => void, stopped: AbortSignal) {
    this.#target = target;
    this.#session = session;
    this.#print = print;
    this.#stopped = stopped;
  }

  /**
   * Runs one scenario. Returns null where no response came.
   * @throws where the target cannot be reached at all, or the run was stopped
   */
  async run(scenario: Scenario): Promise<LiveResponse | null> {
    if (this.#stopped.aborted) throw new Error("stopped before the end.");
    const exchange = await this.#send(scenario).catch((error) => this.#unanswered(scenario, error));
    if (exchange === null) return null;
    const findings = await this.#session.add(exchange);
    const { status, body } = exchange.response;
    if (status !== 404) this.#release();
    const isOther = status !== scenario.expects;
    const isInconclusive = isOther && INCONCLUSIVE_STATUSES.includes(status) && findings.length === 0;
    const json = readJson(body as Uint8Array);
    const problem = isOther ? null : (scenario.check?.(json) ?? null);
    const isFailed = isOther || problem !== null || findings.length > 0;
    const outcome = isInconclusive ? "skipped" : isFailed ? "failed" : "passed";
    this.counts[outcome] += 1;
    this.#reportScenario(
      outcome,
      scenario,
      isOther
        ? `expected ${scenario.expects}, got ${status}`
        : `${status}${problem ? `, but ${problem}` : ""}`,
    );
    for (const { severity, message, contract } of findings) {
      this.#report(
        `        ${severity}: ${message} (${contract?.file ?? "no location"}:${contract?.line ?? 1})`,
      );
    }
    return { status, json };
  }

  /** Runs a scenario even after the run was stopped or the target went away; reports nothing. */
  async cleanUp(scenario: Scenario): Promise<LiveResponse | null> {
    const exchange = await this.#send(scenario).catch(() => null);
    if (exchange === null) return null;
    await this.#session.add(exchange);
    const { status, body } = exchange.response;
    return { status, json: readJson(body as Uint8Array) };
  }

  /** @throws where every response so far was a 404: the target serves something else */
  assertServed(): void {
    if (this.counts.unanswered > 0) this.#release();
    if (this.#held === null) return;
    throw new Error(
      `${new URL(this.#target.urls.api).origin} does not serve this API: every list returns 404. ` +
        "docs/guides/versions.md says which API the contract describes.",
    );
  }

  /** Reports what needs the attention of whoever runs this. */
  warn(line: string): void {
    this.#report(`!     ${line}`);
  }

  /** Reports what is not tried, and why. */
  skip(operation: OperationId, why: string): void {
    this.counts.skipped += 1;
    this.#report(`-     ${operation.padEnd(WIDTH)}  skipped: ${why}`);
  }

  #unanswered(scenario: Scenario, error: Error): null {
    const why = reasonOf(error);
    const { passed, failed, skipped } = this.counts;
    if (passed + failed + skipped === 0) {
      throw new Error(`${new URL(this.#url(scenario)).origin} cannot be reached (${why}): check --url.`);
    }
    this.counts.unanswered += 1;
    this.#reportScenario("unanswered", scenario, `no response (${why})`);
    return null;
  }

  #url({ link, operation, item = "", query = "" }: Scenario): string {
    return link ?? urlOf(this.#target, operation, item, query);
  }

  async #send(scenario: Scenario): Promise<LiveExchange> {
    const started = new Date().toISOString();
    const { method } = operations[scenario.operation];
    const { headers, body } = await this.#message(scenario);
    const url = this.#url(scenario);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const received = [...response.headers].filter(([name]) => name !== "content-encoding");
    return {
      started,
      request: { method, url, headers, body },
      response: { status: response.status, headers: received, body: bytes.length === 0 ? null : bytes },
    };
  }

  async #message({ body, key = "own" }: Scenario) {
    const authorization: [string, string] =
      key === "wrong" ? keyHeader({ ...this.#target, apiKey: "unknown" }) : keyHeader(this.#target);
    const headers: [string, string][] = [
      ["Accept", "application/json"],
      ...(key === "none" ? [] : [authorization]),
    ];
    if (body === undefined) return { headers, body: null };
    if ("text" in body) {
      headers.push(["Content-Type", body.type]);
      return { headers, body: new TextEncoder().encode(body.text) };
    }
    const encoded = new Response(body);
    headers.push(["Content-Type", encoded.headers.get("content-type") ?? ""]);
    return { headers, body: new Uint8Array(await encoded.arrayBuffer()) };
  }

  #reportScenario(outcome: keyof Counts, { operation, title }: Scenario, end: string): void {
    this.#report(`${MARKS[outcome]}  ${operation.padEnd(WIDTH)}  ${title}: ${end}`);
  }

  #report(line: string): void {
    if (this.#held === null) this.#print(line);
    else this.#held.push(line);
  }

  #release(): void {
    const lines = this.#held ?? [];
    this.#held = null;
    for (const line of lines) this.#print(line);
  }
}

const WIDTH = Math.max(...Object.keys(operations).map((id) => id.length));

const MARKS = { passed: "ok  ", failed: "FAIL", unanswered: "ERR ", skipped: "-   " } as const;

function readJson(body: Uint8Array | null): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()));
  } catch {
    return null;
  }
}

function reasonOf(error: Error): string {
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code !== undefined && typeof code === "string" ? code : message;
}
