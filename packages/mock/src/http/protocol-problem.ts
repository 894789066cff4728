import type { IncomingMessage } from "node:http";
import type { Problem } from "../problem.js";

/** An error of Node's HTTP parser. */
interface ParserError extends Error {
  readonly code?: string;
  /** The bytes that could not be parsed. */
  readonly rawPacket?: Uint8Array;
}

/** A method that is not known (RFC 9110, section 9.1); any other bytes at the start are not HTTP. */
const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/\d/;

/** The parser reports a line end without its carriage return as an invalid version. */
const KNOWN_VERSION = /^\S+ \S+ HTTP\/1\.[01]\n/;

const TRANSFER_ENCODING = /^transfer-encoding:(.*)$/gim;

/** The problem of a request that Node's parser accepts, but this server does not implement; null if there is none. */
export function protocolProblem({ httpVersion, headers }: IncomingMessage): Problem | null {
  if (!/^1\.[01]$/.test(httpVersion)) return VERSION_PROBLEM;
  return hasUnknownCoding(headers["transfer-encoding"] ?? "") ? CODING_PROBLEM : null;
}

/** The problem of bytes that Node's parser rejects. */
export function parserProblem({ code = "", rawPacket = new Uint8Array() }: ParserError): Problem {
  const text = Buffer.from(rawPacket).toString("latin1");
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return createProblem(431, "The headers of this request are too large.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return createProblem(408, "This request did not arrive in time.");
    case "HPE_PAUSED_H2_UPGRADE":
      return VERSION_PROBLEM;
    case "HPE_INVALID_VERSION":
      return KNOWN_VERSION.test(text) ? NOT_HTTP : VERSION_PROBLEM;
    case "HPE_INVALID_METHOD":
      return REQUEST_LINE.test(text)
        ? createProblem(501, "The method of this request is not known. Methods are case-sensitive.")
        : NOT_HTTP;
    case "HPE_INVALID_TRANSFER_ENCODING": {
      const codings = [...text.matchAll(TRANSFER_ENCODING)].map(([, value]) => value);
      return hasUnknownCoding(codings.join()) ? CODING_PROBLEM : NOT_HTTP;
    }
    default:
      return NOT_HTTP;
  }
}

function hasUnknownCoding(codings: string): boolean {
  return codings.split(",").some((coding) => !/^\s*(?:chunked)?\s*$/i.test(coding));
}

function createProblem(status: number, message: string): Problem {
  return { status, message, details: [] };
}

/** The problem of CONNECT (RFC 9110, section 9.3.6). */
export const CONNECT_PROBLEM: Problem = createProblem(
  501,
  "CONNECT is for proxies, and this server is none.",
);

const NOT_HTTP = createProblem(400, "These bytes are not an HTTP request.");

const VERSION_PROBLEM = createProblem(505, "This server speaks HTTP/1.1 and HTTP/1.0.");

/** RFC 9112, section 6.1. */
const CODING_PROBLEM = createProblem(501, "The only transfer coding that this server knows is chunked.");
