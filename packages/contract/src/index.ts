export type { DecodedBody } from "./body/check-body.js";
export type { RequestReport } from "./check/check-request.js";
export type { RequestHead, ResponseReport } from "./check/check-response.js";
export { compareKeys } from "./compare-keys.js";
export type { Contract, ExchangeReport, KnownRequest } from "./contract.js";
export { ContractError } from "./contract-error.js";
export type { Notice, Operation } from "./document/contract-model.js";
export type { Body, Exchange, ExchangeRequest, ExchangeResponse, HeaderPair, TextBody } from "./exchange.js";
export { bytesOf, headerValue, headerValues, isInMemory } from "./exchange.js";
export { type ExitCode, exitCode } from "./exit-code.js";
export { createFailureEnvelope, type Failure, type WrapFailure } from "./failure-envelope.js";
export type {
  Category,
  ContractLocation,
  Direction,
  Finding,
  FindingCode,
  FindingDetail,
  MessageLocation,
  MessageSection,
  MultipartProblem,
  Severity,
  UncheckedReason,
} from "./findings/finding.js";
export { severities } from "./findings/finding.js";
export { findingMessage, formatFinding } from "./findings/messages.js";
export { ittybit as default } from "./ittybit.js";
export { resolvePointer } from "./json-pointer.js";
export type { Match, Matched } from "./match/router.js";
export type { OnPartData, Part } from "./multipart/read-multipart.js";
export type { Allowance, ContractOptions } from "./options.js";
export type { ParameterValues } from "./parameters/check-request-parameters.js";
export { responseForStatus } from "./response-for-status.js";
