import type { Contract, Match, Matched } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { Header, MockRequest } from "../http/message.js";
import type { Problem } from "../problem.js";

/** The problem of a request that matches no operation: wrong host, wrong method, wrong path or no URL at all. */
export function explainUnmatched(
  { anyHostContract }: MockContext,
  { method, headers }: MockRequest,
  url: string,
  match: Exclude<Match, Matched>,
): { readonly problem: Problem; readonly headers: Header[] } {
  const elsewhere = anyHostContract.match({ method, url, headers });
  const [, host = "", path = ""] = /^[^:]*:\/\/([^/]*)([^?#]*)/.exec(url) ?? [];
  if (elsewhere.outcome === "matched") {
    return explained(404, `${method} ${path} is not served by ${host}. Send it to ${elsewhere.server.url}.`);
  }
  if (match.outcome === "unknown-method") {
    const allow = [...new Set([...match.allowed, "OPTIONS"])].sort().join(", ");
    return explained(405, `${path} does not take ${method}. It takes ${allow}.`, [["Allow", allow]]);
  }
  if (match.outcome === "malformed-url") return explained(400, "This URL cannot be read.");
  const served = basePathsOf(anyHostContract).find((basePath) => {
    const there = `${url.slice(0, url.indexOf("/", url.indexOf("://") + 3))}${basePath}${path}`;
    return anyHostContract.match({ method, url: there, headers }).outcome === "matched";
  });
  const hint = served === undefined ? "" : ` Try ${served}${path}.`;
  return explained(404, `There is nothing at ${path}.${hint}`);
}

/** Base paths of the servers that callers tend to forget. */
function basePathsOf({ servers }: Contract): string[] {
  return [...new Set(servers.map(({ basePath }) => basePath))].filter((basePath) => basePath !== "");
}

function explained(status: number, message: string, headers: Header[] = []) {
  return { problem: { status, message, details: [] }, headers };
}
