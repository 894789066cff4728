import type { Contract, RequestReport } from "@ittybit/contract";
import type { UploadMessage } from "../capture/upload-message.js";
import { pairsOf } from "../raw-headers.js";
import { BodyQueue } from "./body-queue.js";

interface UploadCheck {
  readonly body: BodyQueue;
  readonly request: Promise<RequestReport>;
}

/** Checks uploads while they arrive, by number. */
export class UploadChecks {
  readonly #contract: Contract;
  readonly #onRead: (bytes: number) => void;
  readonly #open = new Map<number, UploadCheck>();

  /** @param onRead called with the number of bytes read, so that as many more can be sent */
  constructor(contract: Contract, onRead: (bytes: number) => void) {
    this.#contract = contract;
    this.#onRead = onRead;
  }

  receive(message: UploadMessage): void {
    const upload = this.#open.get(message.number);
    switch (message.step) {
      case "begin": {
        const { method, url, headers } = message.head;
        const body = new BodyQueue(this.#onRead);
        const request = this.#contract.checkRequest({ method, url, headers: pairsOf(headers), body });
        this.#open.set(message.number, { body, request });
        break;
      }
      case "chunk":
        upload?.body.add(message.bytes);
        break;
      case "complete":
        upload?.body.end();
        break;
      case "incomplete":
        upload?.body.fail();
        break;
      case "abandoned":
        upload?.body.fail();
        this.#open.delete(message.number);
        break;
      default:
        message satisfies never;
    }
  }

  /** The report on the request of this upload, which was checked while it arrived; undefined: unknown upload. */
  take(number: number): Promise<RequestReport> | undefined {
    const upload = this.#open.get(number);
    this.#open.delete(number);
    return upload?.request;
  }
}
