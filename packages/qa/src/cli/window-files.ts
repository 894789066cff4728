import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { reporters } from "../reporters/report-formats.js";
import type { ReporterOptions } from "../reporters/reporter.js";
import type { CliContext } from "./cli-context.js";
import { isPerWindow, writeReport, writeWindow } from "./report-file.js";
import type { ReportTarget } from "./report-options.js";
import { writeErrorReason } from "./write-error.js";

/** A numbered report file, and what could not be written to it yet. */
interface Numbered {
  readonly target: ReportTarget & { readonly file: string };
  pending: Report | null;
  next: number;
}

/**
 * The report files of a run with windows. A name with a number gets a new file for each window; a name without one holds
 * everything so far. A window that cannot be written is merged into the next one.
 */
export class WindowFiles {
  readonly #numbered: readonly Numbered[];
  readonly #whole: readonly Numbered["target"][];
  readonly #err: CliContext["err"];
  readonly #options: ReporterOptions;

  constructor(targets: readonly ReportTarget[], { err }: CliContext, options: ReporterOptions = {}) {
    this.#options = options;
    const files = targets.flatMap(({ reporter, file }) => (file === null ? [] : [{ reporter, file }]));
    this.#numbered = files.filter(isPerWindow).map((target) => ({ target, pending: null, next: 1 }));
    this.#whole = files.filter((target) => !isPerWindow(target));
    this.#err = err;
  }

  async add(part: Report, whole: Report): Promise<void> {
    for (const { reporter, file } of this.#whole) {
      await this.#attempt(file, () => writeReport(file, reporters[reporter](whole, this.#options)));
    }
    for (const numbered of this.#numbered) {
      numbered.pending = numbered.pending === null ? part : merge([numbered.pending, part]);
      await this.#write(numbered);
    }
  }

  /** Writes what could not be written before. Returns whether every window is in a file. */
  async finish(): Promise<boolean> {
    for (const numbered of this.#numbered) await this.#write(numbered);
    return this.#numbered.every(({ pending }) => pending === null);
  }

  async #write(numbered: Numbered): Promise<void> {
    const { target, pending, next } = numbered;
    if (pending === null) return;
    await this.#attempt(target.file, async () => {
      const text = reporters[target.reporter](pending, this.#options);
      numbered.next = 1 + (await writeWindow(target.file, text, next));
      numbered.pending = null;
    });
  }

  async #attempt(file: string, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#err(`ittybit-qa: the report ${file} cannot be written: ${writeErrorReason(error)}.`);
    }
  }
}
