import type { Matched, OnPartData, RequestReport } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { ReceivedFile } from "../files/file-store.js";
import { measureFile } from "../measure/measure-file.js";
import { type Measures, UNKNOWN_MEASURES } from "../measure/measures.js";
import type { Problem } from "../problem.js";
import { fileFields, sentKind } from "../response/uploaded-file.js";
import { createTooLargeProblem } from "./limit-body.js";

/** The file of a call, stored while the call is validated. */
export interface Upload {
  readonly onPartData: OnPartData;
  /** The problem of a file that is larger than the whole store. */
  problem(): Problem | null;
  /** Reads the size and the duration of the file, and makes its bytes durable if they outlive this process. */
  finish(report: RequestReport): Promise<void>;
  /** What was read of the file. */
  readonly measures: Measures;
  /** Keeps the file under the id of a Media. */
  keep(id: string): void;
  /** Removes the file unless it was kept. */
  discard(): void;
}

/** Prepares to store the file of a creation; null for any other call. The file is opened with its first byte. */
export function receiveUpload(
  { library, libraryOperations, files }: MockContext,
  { operation }: Matched,
): Upload | null {
  const { action, kind = null } = libraryOperations.get(operation.operationId) ?? {};
  if (library === null || action !== "create") return null;
  const names = fileFields(operation);
  let file: ReceivedFile | null = null;
  let measures = UNKNOWN_MEASURES;
  return {
    onPartData: ({ name }, bytes) => {
      if (name === null || !names.includes(name)) return;
      file ??= files.receive();
      file.write(bytes);
    },
    problem: () => (file?.isTooLarge() ? createTooLargeProblem(files.maxBytes) : null),
    finish: async (report) => {
      if (file === null) return;
      measures = await measureFile(file.path, kind ?? sentKind(report) ?? "video");
      await file.sync();
    },
    get measures() {
      return measures;
    },
    keep: (id) => {
      file ??= files.receive();
      file.keep(id);
    },
    discard: () => file?.discard(),
  };
}
