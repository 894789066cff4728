import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";

/** Every default of the mock's options and flags that has a value; the others are off, or stand for no limit. */

/** Port that the mock listens on. */
export const DEFAULT_PORT: number = DEFAULT_PORTS.mock;

/** Address that the mock binds. */
export const DEFAULT_HOST = "127.0.0.1";

/** Largest size of all uploaded files together, in bytes. */
export const DEFAULT_MAX_STORAGE = 2e9;

/** When the processing of a new Media ends. */
export const DEFAULT_PROCESSING = "immediate";

/** What the library holds at first. */
export const DEFAULT_SEED = "examples";

/** The document that `--watch` reads if `--spec` names none. */
export const DEFAULT_WATCHED_SPEC = "spec/openapi.yaml";
