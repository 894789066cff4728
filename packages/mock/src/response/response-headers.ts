import { headerValue, type RequestReport } from "@ittybit/contract";
import type { Header } from "../http/message.js";

/**
 * Renders a response with the headers that its caller sent. If they break the response, such as a version that no response
 * can have, it is rendered with the documented headers instead.
 */
export async function renderWithEcho<Rendered extends { readonly violations: readonly string[] }>(
  documented: readonly Header[],
  report: RequestReport,
  render: (headers: readonly Header[]) => Promise<Rendered>,
): Promise<Rendered> {
  const headers = echoHeaders(documented, report);
  const rendered = await render(headers);
  const isEchoed = headers.some(([, value], index) => value !== documented[index]?.[1]);
  return isEchoed && rendered.violations.length > 0 ? render(documented) : rendered;
}

/**
 * Gives each documented response header its value: that of the request header with the same name if it was valid (such
 * as the version), else the documented example.
 */
function echoHeaders(documented: readonly Header[], report: RequestReport): Header[] {
  const invalid = report.findings.flatMap(({ at }) => (at.in === "header" ? [at.name] : []));
  const sent = Object.entries(report.parameters.header).flatMap(([name, value]): Header[] =>
    invalid.includes(name) ? [] : [[name, String(value)]],
  );
  return documented.map(([name, value]) => [name, headerValue(sent, name) ?? value]);
}
