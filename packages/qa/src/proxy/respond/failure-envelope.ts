import { STATUS_CODES } from "node:http";

/** Why the proxy answers itself. */
export interface ProxyError {
  readonly status: number;
  readonly message: string;
  readonly details: readonly ProxyErrorDetail[];
  /** Value of `Proxy-Status` (RFC 9209) after the proxy's name; it tells such an answer from the API's own. */
  readonly proxyStatus: string;
}

export interface ProxyErrorDetail {
  readonly location: string;
  readonly field: string | null;
  readonly message: string;
}

/** Puts an excuse into a failure envelope. */
export type FailureEnvelope = (excuse: ProxyError) => { readonly mediaType: string; readonly body: Buffer };

type Node = Readonly<Record<string, unknown>>;

/**
 * The failure envelope as the examples of a document show it, those of 5xx and `default` first. For a document that
 * shows none, problem details (RFC 9457).
 */
export function createFailureEnvelope(document: unknown): FailureEnvelope {
  const shown = failureExamples(document)[0];
  if (shown === undefined) return problemDetails;
  const { meta, error } = shown;
  return ({ status, message, details }) => {
    const body = { meta: { ...meta, status }, error: { ...error, message, details } };
    return { mediaType: "application/json", body: Buffer.from(JSON.stringify(body)) };
  };
}

const problemDetails: FailureEnvelope = ({ status, message, details }) => {
  const body = { status, title: STATUS_CODES[status], detail: message, errors: details };
  return { mediaType: "application/problem+json", body: Buffer.from(JSON.stringify(body)) };
};

interface Failure {
  readonly meta: Node;
  readonly error: Node;
}

function failureExamples(document: unknown): Failure[] {
  const paths = Object.values(asNode(asNode(document).paths));
  const operations = paths.flatMap((path) => Object.values(asNode(resolve(document, path)))).map(asNode);
  const responses = operations.flatMap(({ responses }) => Object.entries(asNode(responses)));
  const failures = responses.filter(([status]) => /^(?:5|default)/.test(status));
  return failures.flatMap(([, response]) => examplesOf(document, response)).flatMap(readFailure);
}

function examplesOf(document: unknown, response: unknown): unknown[] {
  const contents = Object.values(asNode(asNode(resolve(document, response)).content)).map(asNode);
  return contents.flatMap(({ example, examples }) => [
    example,
    ...Object.values(asNode(examples)).map((one) => asNode(resolve(document, one)).value),
  ]);
}

function readFailure(value: unknown): Failure[] {
  const { meta, error } = asNode(value);
  return isNode(meta) && isNode(error) ? [{ meta, error }] : [];
}

/** References of a bundle lead into itself. */
function resolve(document: unknown, value: unknown): unknown {
  const { $ref } = asNode(value);
  if (typeof $ref !== "string") return value;
  const names = $ref.replace(/^#\//, "").split("/");
  return names
    .map((name) => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, name) => asNode(at)[name], document);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asNode(value: unknown): Node {
  return isNode(value) ? value : {};
}
