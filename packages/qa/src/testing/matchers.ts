import type { Contract, RequestReport } from "@ittybit/contract";
import type { ReportFinding } from "../report/report.js";
import { LiveChecker, type LiveCheckOptions } from "./live-checker.js";
import { readReceived } from "./received-response.js";
import { type ContractSettings, openSharedContract } from "./session.js";
import { violationLine } from "./violation-error.js";

/** What a response is held against, and what fails it. The request plays no part, nor does its host. */
export interface MatchOptions extends Omit<ContractSettings, "hosts">, LiveCheckOptions {}

/** As `expect.extend` of Vitest, Jest and Playwright wants it. */
export interface MatchResult {
  readonly pass: boolean;
  readonly message: () => string;
  /** What fails the response. */
  readonly findings: readonly ReportFinding[];
}

export interface ContractMatchers {
  /** Holds a response against an operation of the contract; the response stays unread. */
  toMatchContract(response: unknown, operationId: string, options?: MatchOptions): Promise<MatchResult>;
}

/** Makes matchers that judge by options of one's own; those of a single assertion go before them. */
export function createMatchers(defaults: MatchOptions = {}): ContractMatchers {
  return {
    toMatchContract: async (response, operationId, options = {}) => {
      const settings = { ...defaults, ...options };
      const { contract } = await openSharedContract(settings);
      const match = matchOperation(contract, operationId);
      const answer = await readReceived(response);
      const examiner = new LiveChecker(contract, settings);
      const request = { method: match.operation.method, url: match.url, headers: [] };
      const verdict = await examiner.check({
        request,
        response: answer,
        requestReport: uncheckedRequest(match),
      });
      const findings = examiner.failures(verdict);
      return { pass: findings.length === 0, message: () => message(operationId, findings), findings };
    },
  };
}

/**
 * Matchers for `expect.extend`: `await expect(response).toMatchContract("getMedia")`. Takes responses of `fetch` and of
 * Playwright.
 */
export const contractMatchers: ContractMatchers = createMatchers();

type Matched = Extract<RequestReport["match"], { outcome: "matched" }> & { readonly url: string };

/** A request that the operation answers. @throws TypeError when the contract has no such operation */
function matchOperation(contract: Contract, operationId: string): Matched {
  const operation = contract.operations.find((one) => one.operationId === operationId);
  for (const index of operation?.servers ?? []) {
    const { scheme, host, basePath, variables } = contract.servers[index] as Contract["servers"][number];
    const template = `${host === null ? "" : `${scheme ?? "https"}://${host}`}${basePath}${operation?.path}`;
    const url = template.replaceAll(/\{([^}]*)\}/g, (_, name) => variables[name]?.[0] ?? "x");
    const match = contract.match({ method: operation?.method ?? "", url });
    if (match.outcome === "matched" && match.operation === operation) return { ...match, url };
  }
  throw new TypeError(`${operationId} is not an operation of the contract.`);
}

/** Nothing is said of the request. */
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
  if (findings.length === 0) return `The response keeps the contract of ${operationId}, but should not.`;
  return [`The response does not keep the contract of ${operationId}:`, ...findings.map(violationLine)].join(
    "\n",
  );
}
