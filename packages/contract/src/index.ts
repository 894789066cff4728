export type { BodyReading } from "./body/check-body.js";
export type { RequestReport } from "./check-request.js";
export type { Asked, ResponseReport } from "./check-response.js";
export type { Contract, ExchangeReport } from "./contract.js";
export { ContractError } from "./contract-error.js";
export type { Body, Exchange, ExchangeRequest, ExchangeResponse, HeaderPair } from "./exchange.js";
export { headerValue, headerValues } from "./exchange.js";
export type {
  Code,
  ContractLocation,
  Direction,
  Fact,
  Finding,
  MessageLocation,
  MultipartProblem,
  Place,
  Severity,
  Sort,
  UncheckedReason,
} from "./finding.js";
export { severities } from "./finding.js";
export { ittybit as default } from "./ittybit.js";
export type { Match, Matched } from "./match/router.js";
export type { Part } from "./multipart/read-multipart.js";
export type { ParameterValues } from "./parameter/check-request-parameters.js";
export type { Notice, PlanOperation } from "./plan.js";
export { valueAt } from "./pointer.js";
export type { Allowance, ContractOptions } from "./report/options.js";
export { describe, problem } from "./wording.js";
