import type { Format } from "../input/format.js";
import { type RecordBatch, readSource, type Source } from "../input/read-source.js";
import type { Checker } from "./checker.js";

export interface ReadSettings {
  /** null: each source tells its own. */
  readonly format: Format | null;
  /** Ends the reading early; what was read is kept. */
  readonly signal: AbortSignal;
  readonly onProgress?: (cut: RecordBatch) => void;
}

/** Has all exchanges of a source checked as they come. @throws SourceError */
export async function checkSource(source: Source, checker: Checker, settings: ReadSettings): Promise<void> {
  for await (const cut of readSource(source, settings.format, settings.signal)) {
    await checker.check({ source: source.name, format: cut.format, records: cut.records });
    settings.onProgress?.(cut);
  }
}
