import { isPlainK6Log } from "./k6/http-debug.js";

/** Formats that cannot be read, by how they start, with what to do instead. */
const UNREADABLE: readonly (readonly [is: (start: string) => boolean, problem: string])[] = [
  [
    (start) => /^\d{1,9}:\d{1,9}:[\w-]{1,40}[;,]/.test(start),
    "it holds flows of mitmproxy: export them with mitmdump -nr FLOWS --set hardump=FLOWS.har",
  ],
  [(start) => start.startsWith("PK\u0003\u0004"), "it is a zip archive in a pipe: name the file instead"],
  [(start) => start.startsWith("<"), "it is XML or HTML, not JSON: export the recording as HAR"],
  [
    (start) => /^(?:var|let|const) /.test(start),
    "it is a script, not JSON: remove what surrounds the object",
  ],
  [isPlainK6Log, "it is a log of k6 in text: run k6 with --http-debug=full --log-format=json"],
  [
    (start) => start.startsWith("{") && /"collection_id"\s*:/.test(start) && /"results"\s*:/.test(start),
    "it is a test run of the Postman app, which has no bodies: run the collection with newman run --reporters json",
  ],
];

/** Why a recording that starts with this text cannot be read; null if nothing is known against it. */
export function unreadableFormat(start: string): string | null {
  const callback = /^(?:\/\*\*\/\s?)?([\w$.]{1,100})\s{0,10}\(\s{0,100}\{/.exec(start)?.[1];
  if (callback !== undefined) {
    return `it is JSONP, not JSON: remove "${callback}(" at its start and ")" at its end`;
  }
  return UNREADABLE.find(([is]) => is(start))?.[1] ?? null;
}
