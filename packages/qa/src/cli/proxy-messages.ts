import { escapeInvisible } from "@ittybit/contract/escape-invisible";
import type { UpstreamError } from "../proxy/forward/upstream-error.js";
import type { ListenAddress, Listener } from "../proxy/listener.js";
import type { Route } from "../proxy/routing/route.js";
import type { Upstream } from "../proxy/routing/upstream.js";
import type { Report, ReportFinding } from "../report/report.js";
import { contractLocation, plural } from "../reporters/wording.js";
import type { CliContext } from "./cli-context.js";
import type { ProxyOptions } from "./proxy-options.js";
import { StatusLine } from "./status-line.js";

/** What a proxy prints on standard error while it runs. */
export interface ProxyMessages {
  begin(listener: Listener, routes: readonly Route[]): void;
  /** @param count number of exchanges checked since the last call */
  checked(count: number): void;
  found(finding: ReportFinding): void;
  checkingFailed(reason: string): void;
  upstreamError(upstream: Upstream, error: UpstreamError): void;
  recordingFailed(reason: string): void;
  /** Prints each notice once. */
  notice(notice: string): void;
  /** No more requests are accepted. */
  ending(): void;
  /** Prints what the report does not contain. Returns whether the recording is complete. */
  end(report: Report): boolean;
}

export function proxyMessages({ err, screen }: CliContext, options: ProxyOptions): ProxyMessages {
  let status: StatusLine | null = null;
  const say = (line: string) => {
    status?.erase();
    err(`ittybit-qa: ${escapeInvisible(cutLine(line))}`);
  };
  const counts = { exchanges: 0, findings: 0 };
  const upstreamErrors = new Map<string, number>();
  const noticed = new Set<string>();
  let isRecorded = true;
  return {
    begin({ url }, routes) {
      say(`Listening on ${url}. Press Ctrl-C to stop and write the report.`);
      for (const { host, upstream } of routes) say(`${host ?? "every host"} is ${upstream.origin}`);
      for (const line of warnings(options)) say(line);
      const text = () => `${counts.exchanges} exchanges checked, ${counts.findings} findings`;
      status = screen && new StatusLine(screen, text);
    },
    checked(count) {
      counts.exchanges += count;
    },
    found(finding) {
      counts.findings += 1;
      say(findingLine(finding));
    },
    checkingFailed(reason) {
      say(`Checking stopped (${reason}). Traffic is still forwarded, but no longer checked.`);
    },
    upstreamError({ origin }, { reason }) {
      const line = `No response from ${origin}: ${reason}.`;
      const count = upstreamErrors.get(line) ?? 0;
      upstreamErrors.set(line, count + 1);
      if (count === 0) say(line);
    },
    recordingFailed(reason) {
      isRecorded = false;
      say(`Recording to ${options.record} stopped: ${reason}. Traffic is still forwarded and checked.`);
    },
    notice(notice) {
      if (!noticed.has(notice)) say(notice);
      noticed.add(notice);
    },
    ending() {
      status?.end();
      say("Stopping after the active requests. Press Ctrl-C again to stop at once.");
    },
    end({ exchanges: { checked, elsewhere, preflight, unanswered, skipped } }) {
      for (const [line, count] of upstreamErrors) if (count > 1) say(`${line} ${count} times.`);
      if (checked === 0) say(`Nothing was checked: ${reasonForNothing(elsewhere + preflight, unanswered)}`);
      if (skipped > 0) say(`${skipped} exchanges were not checked, because checking fell behind.`);
      return isRecorded;
    },
  };
}

/** Longest line that is printed, in characters. */
const MAX_LINE_LENGTH = 500;

/** Cuts lines that a URL or a header makes too long for a terminal; reports contain them in full. */
function cutLine(line: string): string {
  const rest = line.length - MAX_LINE_LENGTH;
  return rest <= 0 ? line : `${line.slice(0, MAX_LINE_LENGTH)}… (${rest} more characters)`;
}

function warnings({ insecure, listen, record }: ProxyOptions): string[] {
  return [
    ...(insecure
      ? [
          "INSECURE: certificates are not checked. Anyone on the network path can read keys and change responses.",
        ]
      : []),
    ...(isLoopback(listen)
      ? []
      : [`WARNING: other machines can reach ${listen.host} and use this proxy without a key of their own.`]),
    ...(record === null ? [] : [`Recording to ${record}, without secrets.`]),
  ];
}

function findingLine(finding: ReportFinding): string {
  const { severity, operationId, message, example, allowed } = finding;
  const location = contractLocation(finding);
  const known = allowed === null ? "" : ", known";
  return `${severity}${known}: ${operationId ?? `${example.method} ${example.url}`}: ${message} (${location})`;
}

function reasonForNothing(others: number, unanswered: number): string {
  if (unanswered > 0) return `${plural(unanswered, "request")} got no response.`;
  return others > 0 ? "all requests were outside the contract." : "there were no requests.";
}

/** Whether only this machine can connect to an address. */
function isLoopback({ host }: ListenAddress): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
