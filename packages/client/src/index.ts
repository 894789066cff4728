export type * from "@ittybit/openapi/types";
export { type Client, createClient, createReader, type Reader } from "./create-client.js";
export {
  AbortError,
  ApiError,
  type CallFailure,
  InputError,
  NetworkError,
  PageError,
  TimeoutError,
} from "./errors.js";
export type { Bytes, FileFromStream, FileInput, FileOnDisk } from "./file-source.js";
export type { Hooks, ReceivedResponse, Retry, SentRequest } from "./hooks.js";
export { isKnownErrorCode, isKnownKind, isKnownStatus } from "./known.js";
export type { Listing } from "./listing.js";
export type { Methods } from "./methods.js";
export type {
  CallOptions,
  ClientOptions,
  ListOptions,
  RetryOptions,
  SharedOptions,
  UploadOptions,
} from "./options.js";
export type { Progress } from "./part.js";
export type { Call, Resources } from "./resource.js";
export type { OperationId, Result, Success } from "./result.js";
export type { ServerName } from "./route.js";
