import { escapeInvisible } from "@ittybit/contract/escape-invisible";
import type { UpstreamError } from "../proxy/forward/upstream-error.js";
import type { ListenAddress, Listener } from "../proxy/listener.js";
import type { Route } from "../proxy/routing/route.js";
import type { Upstream } from "../proxy/routing/upstream.js";
import type { Report, ReportFinding } from "../report/report.js";
import { contractLocation } from "../reporters/wording.js";
import type { CliContext } from "./cli-context.js";
import type { ProxyOptions } from "./proxy-options.js";
import { StatusLine } from "./status-line.js";

/** What a proxy says on standard error while it runs. */
export interface ProxyMessages {
  begin(listener: Listener, routes: readonly Route[]): void;
  /** So many more exchanges were looked at. */
  checked(count: number): void;
  found(finding: ReportFinding): void;
  checkingFailed(reason: string): void;
  trouble(upstream: Upstream, trouble: UpstreamError): void;
  recordingFailed(reason: string): void;
  /** Prints a notice once, however often it comes. */
  notice(notice: string): void;
  /** No more requests are taken. */
  ending(): void;
  /** Says what the report does not. Whether all went as asked. */
  end(report: Report): boolean;
}

export function proxyMessages({ err, screen }: CliContext, options: ProxyOptions): ProxyMessages {
  let status: StatusLine | null = null;
  const say = (line: string) => {
    status?.erase();
    err(`ittybit-qa: ${escapeInvisible(cutLine(line))}`);
  };
  const counts = { exchanges: 0, findings: 0 };
  const troubles = new Map<string, number>();
  const noticed = new Set<string>();
  let isRecorded = true;
  return {
    begin({ url }, routes) {
      say(`Listening on ${url}. Ctrl-C ends it and writes the report.`);
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
      say(`Checking has ended early: ${reason} Traffic passes as before, and is not looked at.`);
    },
    trouble({ origin }, { reason }) {
      const line = `No answer from ${origin}: ${reason}.`;
      const count = troubles.get(line) ?? 0;
      troubles.set(line, count + 1);
      if (count === 0) say(line);
    },
    recordingFailed(reason) {
      isRecorded = false;
      say(`The recording ${options.record} ends here: ${reason}. Traffic passes and is checked as before.`);
    },
    notice(notice) {
      if (!noticed.has(notice)) say(notice);
      noticed.add(notice);
    },
    ending() {
      status?.end();
      say("Ending, when what is under way has ended. Ctrl-C again ends it at once.");
    },
    end({ exchanges: { checked, elsewhere, preflight, unanswered, skipped } }) {
      for (const [line, count] of troubles) if (count > 1) say(`${line} ${count} times.`);
      if (checked === 0) say(`Nothing was checked: ${nothing(elsewhere + preflight, unanswered)}`);
      if (skipped > 0) say(`${skipped} exchanges passed while checking was behind, and were not looked at.`);
      return isRecorded;
    },
  };
}

/** Longest line that is printed, in characters. */
const MAX_LINE_LENGTH = 500;

/** Cuts what a URL or a header makes too long for a terminal; reports have it in full. */
function cutLine(line: string): string {
  const rest = line.length - MAX_LINE_LENGTH;
  return rest <= 0 ? line : `${line.slice(0, MAX_LINE_LENGTH)}… (${rest} more characters)`;
}

function warnings({ insecure, listen, record }: ProxyOptions): string[] {
  return [
    ...(insecure
      ? ["INSECURE: certificates are not checked. Whoever is on the way can read keys and change answers."]
      : []),
    ...(isLoopback(listen)
      ? []
      : [
          `WARNING: other machines can reach ${listen.host}, and use this proxy without any key of their own.`,
        ]),
    ...(record === null ? [] : [`Recording to ${record}, without secrets.`]),
  ];
}

function findingLine(finding: ReportFinding): string {
  const { severity, operationId, message, example, allowed } = finding;
  const place = contractLocation(finding);
  const known = allowed === null ? "" : ", known";
  return `${severity}${known}: ${operationId ?? `${example.method} ${example.url}`}: ${message} (${place})`;
}

function nothing(others: number, unanswered: number): string {
  if (unanswered > 0) return `${unanswered} requests were not answered.`;
  return others > 0 ? "all that passed is outside the contract." : "no request came.";
}

/** Whether only this machine can connect to an address. */
function isLoopback({ host }: ListenAddress): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
