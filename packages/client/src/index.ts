export type * from "@ittybit/openapi/types";
export type { CreateFromFile, CreateFromUrl } from "./create-body.js";
export { type Client, createClient, createReader, type Reader } from "./create-client.js";
export {
  AbortError,
  ApiError,
  type CallFailure,
  InputError,
  NetworkError,
  PageError,
  ProcessingError,
  TimeoutError,
} from "./errors.js";
export type { Hooks, ReceivedResponse, Retry, SentRequest } from "./hooks.js";
export type { Methods } from "./http-methods.js";
export { isKnownErrorCode, isKnownKind, isKnownStatus } from "./known-values.js";
export type { Listing } from "./list.js";
export type {
  CallOptions,
  ClientOptions,
  ListOptions,
  RetryOptions,
  SharedOptions,
  UploadOptions,
} from "./options.js";
export type { ServerName } from "./request/route.js";
export type { Call, Resources } from "./resources.js";
export type { OperationId, Result, Success } from "./result.js";
export type { Bytes, FileFromStream, FileInput, FileOnDisk } from "./upload/file.js";
export type { Progress } from "./upload/progress.js";
export type { AndWait, PendingWait, Wait } from "./wait.js";
export type { ProcessingFailure, WaitOptions, WaitResult } from "./wait-types.js";
