import type { Contract, RequestReport } from "@ittybit/contract";
import type { ReportFinding } from "../report/report.js";
import { LiveChecker, type LiveCheckOptions } from "./live-checker.js";
import { readReceived } from "./received-response.js";
import { type ContractSettings, openSharedContract } from "./session.js";
import { violationLine } from "./violation-error.js";

/**
 * The contract that a response is checked against, and which findings fail it. The request is not checked.
 *
 * @example
 * ```ts
 * import type { MatchOptions } from "@ittybit/qa";
 *
 * export const strictly: MatchOptions = { strict: true, failOn: "warning" };
 * ```
 */
export interface MatchOptions extends Omit<ContractSettings, "hosts">, LiveCheckOptions {}

/**
 * The result of a matcher, in the form that `expect.extend` of Vitest, Jest and Playwright expects.
 *
 * @example
 * ```ts
 * import type { MatchResult } from "@ittybit/qa";
 *
 * export const summary = ({ pass, message }: MatchResult) => (pass ? "ok" : message());
 * ```
 */
export interface MatchResult {
  readonly pass: boolean;
  readonly message: () => string;
  /** The findings that fail the response. */
  readonly findings: readonly ReportFinding[];
}

/**
 * The matchers, by name.
 *
 * @example
 * ```ts
 * import type { ContractMatchers } from "@ittybit/qa";
 *
 * export const check = (matchers: ContractMatchers, response: Response) =>
 *   matchers.toMatchContract(response, "getMedia");
 * ```
 */
export interface ContractMatchers {
  /** Checks a response against an operation of the contract; the response stays unread. */
  toMatchContract(response: unknown, operationId: string, options?: MatchOptions): Promise<MatchResult>;
}

/**
 * Creates matchers with default options; options of a single assertion override them.
 *
 * @example
 * ```ts
 * import { createMatchers } from "@ittybit/qa";
 * import { expect } from "vitest";
 *
 * expect.extend({ ...createMatchers({ strict: true }) });
 * ```
 */
export function createMatchers(defaults: MatchOptions = {}): ContractMatchers {
  return {
    toMatchContract: async (response, operationId, options = {}) => {
      const settings = { ...defaults, ...options };
      const { contract } = await openSharedContract(settings);
      const match = matchOperation(contract, operationId);
      const received = await readReceived(response);
      const checker = new LiveChecker(contract, settings);
      const request = { method: match.operation.method, url: match.url, headers: [] };
      const outcome = await checker.check({
        request,
        response: received,
        requestReport: uncheckedRequest(match),
      });
      const findings = checker.failures(outcome);
      return { pass: findings.length === 0, message: () => message(operationId, findings), findings };
    },
  };
}

/**
 * Matchers for `expect.extend`. They accept responses of `fetch` and of Playwright.
 *
 * @example
 * ```ts
 * import { contractMatchers } from "@ittybit/qa";
 * import { expect } from "vitest";
 *
 * expect.extend({ ...contractMatchers });
 * ```
 */
export const contractMatchers: ContractMatchers = createMatchers();

type Matched = Extract<RequestReport["match"], { outcome: "matched" }> & { readonly url: string };

/** Builds a request that matches the operation. @throws TypeError when the contract has no such operation */
function matchOperation(contract: Contract, operationId: string): Matched {
  const operation = contract.operations.find((candidate) => candidate.operationId === operationId);
  for (const index of operation?.servers ?? []) {
    const { scheme, host, basePath, variables } = contract.servers[index] as Contract["servers"][number];
    const template = `${host === null ? "" : `${scheme ?? "https"}://${host}`}${basePath}${operation?.path}`;
    const url = template.replaceAll(/\{([^}]*)\}/g, (_, name) => variables[name]?.[0] ?? "x");
    const match = contract.match({ method: operation?.method ?? "", url });
    if (match.outcome === "matched" && match.operation === operation) return { ...match, url };
  }
  throw new TypeError(`${operationId} is not an operation of the contract.`);
}

/** A report without findings, for the request that is not checked. */
async function uncheckedRequest(match: Matched): Promise<RequestReport> {
  const { operationId } = match.operation;
  const parameters = { path: {}, query: {}, header: {}, cookie: {} };
  return {
    match,
    operationId,
    findings: [],
    parameters,
    body: { mediaType: null, value: undefined, parts: [], size: null },
  };
}

function message(operationId: string, findings: readonly ReportFinding[]): string {
  if (findings.length === 0) return `The response matches the contract of ${operationId}, but should not.`;
  return [`The response does not match the contract of ${operationId}:`, ...findings.map(violationLine)].join(
    "\n",
  );
}
