import type { Contract, RequestReport } from "@ittybit/contract";
import type { UploadMessage } from "../capture/upload-message.js";
import { pairsOf } from "../raw-headers.js";
import { BodyQueue } from "./body-queue.js";

/** Uploads that are checked while they come, by number. */
export class UploadChecks {
  readonly #contract: Contract;
  readonly #onRead: (bytes: number) => void;
  readonly #open = new Map<number, { readonly body: BodyQueue; readonly asked: Promise<RequestReport> }>();

  /** @param onRead told how many bytes were read, so that as many more can come */
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
        const asked = this.#contract.checkRequest({ method, url, headers: pairsOf(headers), body });
        this.#open.set(message.number, { body, asked });
        break;
      }
      case "piece":
        upload?.body.add(message.bytes);
        break;
      case "whole":
        upload?.body.end();
        break;
      case "cut":
        upload?.body.fail();
        break;
      case "gone":
        upload?.body.fail();
        this.#open.delete(message.number);
        break;
      default:
        message satisfies never;
    }
  }

  /** The contract, but for the exchange with this upload, whose request was checked as it came. */
  contractFor(number: number): Contract {
    const upload = this.#open.get(number);
    this.#open.delete(number);
    if (upload === undefined) return this.#contract;
    return {
      ...this.#contract,
      checkEager: (exchange) => this.#contract.check(exchange, { report: upload.asked }),
    };
  }
}
