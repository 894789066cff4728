import { type OperationId, operations } from "@ittybit/openapi";
import type { LiveExchange, Session } from "@ittybit/qa";
import { keyHeader, type Target, urlOf } from "./target.js";

/** A request, and what should come of it. */
export interface Situation {
  readonly operation: OperationId;
  /** What is tried, as a reader of the output understands it. */
  readonly title: string;
  /** The status that should be answered. */
  readonly expects: number;
  /** Id of the item in the path. @default "" */
  readonly item?: string;
  /** Without the question mark. @default "" */
  readonly query?: string;
  /** A URL of the target to call in place of that of the operation. */
  readonly link?: string;
  readonly body?: FormData | URLSearchParams | RawBody;
  /** @default "own" */
  readonly key?: "own" | "none" | "wrong";
}

/** A body as it is sent, with its media type. */
interface RawBody {
  readonly type: string;
  readonly text: string;
}

/** What was answered. */
export interface Answer {
  readonly status: number;
  /** The body as JSON; null where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever a live API sends
  readonly json: any;
}

/** How situations ended. */
export interface Counts {
  ok: number;
  failed: number;
  /** No answer came. */
  silent: number;
  /** The API could not be brought there. */
  skipped: number;
}

/** Milliseconds that an answer may take. */
const patience = 60_000;

/** Statuses that say nothing about the situation: too many requests, a closed beta. */
const beside = [403, 429];

/** Plays situations against a target, one at a time, and tells a line for each. */
export class Stage {
  readonly counts: Counts = { ok: 0, failed: 0, silent: 0, skipped: 0 };
  readonly #target: Target;
  readonly #session: Session;
  readonly #tell: (line: string) => void;
  readonly #ended: AbortSignal;

  constructor(target: Target, session: Session, tell: (line: string) => void, ended: AbortSignal) {
    this.#target = target;
    this.#session = session;
    this.#tell = tell;
    this.#ended = ended;
  }

  /**
   * Plays one situation. Returns null where no answer came.
   * @throws where the target cannot be reached at all, or the run was stopped
   */
  async play(situation: Situation): Promise<Answer | null> {
    if (this.#ended.aborted) throw new Error("stopped before the end.");
    const exchange = await this.#send(situation).catch((error) => this.#silent(situation, error));
    if (exchange === null) return null;
    const findings = await this.#session.add(exchange);
    const { status, body } = exchange.response;
    const isOther = status !== situation.expects;
    const isBeside = isOther && beside.includes(status) && findings.length === 0;
    const verdict = isBeside ? "skipped" : isOther || findings.length > 0 ? "failed" : "ok";
    this.counts[verdict] += 1;
    this.#line(verdict, situation, isOther ? `expected ${situation.expects}, got ${status}` : String(status));
    for (const { severity, message, contract } of findings) {
      this.#tell(`        ${severity}: ${message} (${contract?.file ?? "no place"}:${contract?.line ?? 1})`);
    }
    return { status, json: readJson(body as Uint8Array) };
  }

  /** Plays a situation also after the run was stopped, or where nothing answers any more. */
  async tidy(situation: Situation): Promise<Answer | null> {
    const exchange = await this.#send(situation).catch(() => null);
    if (exchange === null) return null;
    await this.#session.add(exchange);
    const { status, body } = exchange.response;
    return { status, json: readJson(body as Uint8Array) };
  }

  /** Says what whoever runs this should know. */
  warn(line: string): void {
    this.#tell(`!     ${line}`);
  }

  /** Says what is not tried, and why. */
  skip(operation: OperationId, why: string): void {
    this.counts.skipped += 1;
    this.#tell(`-     ${operation.padEnd(width)}  not tried: ${why}`);
  }

  #silent(situation: Situation, error: Error): null {
    const why = reason(error);
    const { ok, failed, skipped } = this.counts;
    if (ok + failed + skipped === 0) {
      throw new Error(`${new URL(this.#url(situation)).origin} cannot be reached (${why}): check --url.`);
    }
    this.counts.silent += 1;
    this.#line("silent", situation, `no answer (${why})`);
    return null;
  }

  #url({ link, operation, item = "", query = "" }: Situation): string {
    return link ?? urlOf(this.#target, operation, item, query);
  }

  async #send(situation: Situation): Promise<LiveExchange> {
    const started = new Date().toISOString();
    const { method } = operations[situation.operation];
    const { headers, body } = await this.#message(situation);
    const url = this.#url(situation);
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const received = [...response.headers].filter(([name]) => name !== "content-encoding");
    return {
      started,
      request: { method, url, headers, body },
      response: { status: response.status, headers: received, body: bytes.length === 0 ? null : bytes },
    };
  }

  async #message({ body, key = "own" }: Situation) {
    const keyed: [string, string] =
      key === "wrong" ? keyHeader({ ...this.#target, apiKey: "no-such-key" }) : keyHeader(this.#target);
    const headers: [string, string][] = [["Accept", "application/json"], ...(key === "none" ? [] : [keyed])];
    if (body === undefined) return { headers, body: null };
    if ("text" in body) {
      headers.push(["Content-Type", body.type]);
      return { headers, body: new TextEncoder().encode(body.text) };
    }
    const made = new Response(body);
    headers.push(["Content-Type", made.headers.get("content-type") ?? ""]);
    return { headers, body: new Uint8Array(await made.arrayBuffer()) };
  }

  #line(verdict: keyof Counts, { operation, title }: Situation, end: string): void {
    this.#tell(`${marks[verdict]}  ${operation.padEnd(width)}  ${title}: ${end}`);
  }
}

const width = Math.max(...Object.keys(operations).map((id) => id.length));

const marks = { ok: "ok  ", failed: "FAIL", silent: "ERR ", skipped: "-   " } as const;

function readJson(body: Uint8Array | null): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()));
  } catch {
    return null;
  }
}

function reason(error: Error): string {
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code !== undefined && typeof code === "string" ? code : message;
}
