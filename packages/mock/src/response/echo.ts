import { headerValue, type RequestReport } from "@ittybit/contract";
import type { Header } from "../http/message.js";

/**
 * Gives each documented response header its value: that of the request header with the same name if it was valid (such
 * as the version), else the documented example.
 */
export function echoHeaders(documented: readonly Header[], report: RequestReport): Header[] {
  const invalid = report.findings.flatMap(({ at }) => (at.in === "header" ? [at.name] : []));
  const sent = Object.entries(report.parameters.header).flatMap(([name, value]): Header[] =>
    invalid.includes(name) ? [] : [[name, String(value)]],
  );
  return documented.map(([name, value]) => [name, headerValue(sent, name) ?? value]);
}
