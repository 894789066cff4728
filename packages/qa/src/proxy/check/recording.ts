import { appendFileSync, closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { ExchangeRequest } from "@ittybit/contract";
import type { Redactor } from "@ittybit/contract/redaction";
import type { RecordedExchange } from "../../input/exchange-record.js";
import { toLine } from "../../input/ndjson/write-line.js";

/** A file to which exchanges are appended as they end, without secrets. */
export interface Recording {
  add(record: RecordedExchange): void;
  addUnanswered(record: UnansweredRecord): void;
  close(): void;
}

/** A request without a response. */
export interface UnansweredRecord {
  readonly id: string;
  /** ISO 8601. */
  readonly started: string;
  readonly request: ExchangeRequest;
}

/**
 * Opens a recording, or creates one that only its owner may read.
 *
 * @param onFail called once, when nothing more can be written; the recording ends there
 * @throws when the file cannot be opened
 */
export function openRecording(file: string, redactor: Redactor, onFail: (reason: string) => void): Recording {
  let open: number | null = openSync(file, "a+", 0o600);
  const close = () => {
    if (open !== null) closeSync(open);
    open = null;
  };
  const write = (text: string) => {
    if (open === null) return;
    try {
      appendFileSync(open, text);
    } catch (error) {
      close();
      onFail(reasonOf(error as NodeJS.ErrnoException));
    }
  };
  if (!endsWithLine(open)) write("\n");
  return {
    add({ id, started, exchange }) {
      if (open === null) return;
      const redacted = redactor.open(exchange);
      write(
        `${toLine({ id, started, exchange: { request: redacted.request(), response: redacted.response() } })}\n`,
      );
    },
    addUnanswered({ id, started, request }) {
      const response = { status: 0, headers: [], body: undefined };
      const redacted = redactor.open({ request, response });
      write(`${toLine({ id, started, exchange: { request: redacted.request(), response: null } })}\n`);
    },
    close,
  };
}

/** A recording that was cut off within a line continues on a new one. */
function endsWithLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || readSync(file, last, 0, 1, size - 1) === 0 || last[0] === 10;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return code === "ENOSPC" ? "the disk is full" : message;
}
