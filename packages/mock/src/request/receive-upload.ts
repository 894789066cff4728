import type { Matched, OnPartData } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { ReceivedFile } from "../files/file-store.js";
import type { Problem } from "../problem.js";
import { fileFields } from "../response/uploaded-file.js";
import { createTooLargeProblem } from "./limit-body.js";

/** The file of a call, stored while the call is judged. */
export interface Upload {
  readonly onPartData: OnPartData;
  /** The problem of a file that is larger than the whole store. */
  problem(): Problem | null;
  /** Makes the bytes durable if they are kept after this process. Call it before `keep`. */
  sync(): Promise<void>;
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
  const { action } = libraryOperations.get(operation.operationId) ?? {};
  if (library === null || action !== "create") return null;
  const names = fileFields(operation);
  let file: ReceivedFile | null = null;
  return {
    onPartData: ({ name }, bytes) => {
      if (name === null || !names.includes(name)) return;
      file ??= files.receive();
      file.write(bytes);
    },
    problem: () => (file?.isTooLarge() ? createTooLargeProblem(files.maxBytes) : null),
    sync: async () => file?.sync(),
    keep: (id) => {
      file ??= files.receive();
      file.keep(id);
    },
    discard: () => file?.discard(),
  };
}
