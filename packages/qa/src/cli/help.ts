import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { DEFAULT_FAIL_ON, DEFAULT_LISTEN, DEFAULT_REPORT } from "../default-options.js";
import { reporterNames } from "../reporters/report-formats.js";
import { wrapText } from "../reporters/wrap.js";

/** Column at which descriptions of options begin. */
const DESCRIPTION_COLUMN = 28;

/** Options of every command that writes reports and passes or fails. */
const reportHelp = `  --report <form>[=<file>]  ${described(`${reportForms()}; repeatable (default ${DEFAULT_REPORT}, on standard output)`)}
  --fail-on <severity>      error, warning, info or never (default ${DEFAULT_FAIL_ON})
  --min-coverage <k>=<n>    require n percent of a kind, such as operations=100;
                            repeatable
  --baseline <file>         JSON report; findings it lists do not fail the run
  --update-baseline         remove the findings that are gone from that file`;

/** Options of every command that checks traffic. */
const contractHelp = `  --allow <file>            YAML list of accepted drift, each with a reason and
                            an end date
  --strict                  report violations of inferred facts as errors
  --spec <file>             check against another OpenAPI 3.0 or 3.1
                            document
  --allow-ref <folder>      also allow references to files in this folder;
                            repeatable
  --lenient-document        report violations of OpenAPI in the document instead
                            of rejecting it, as long as it can be used
  --redact <name>           additional header, parameter or field to treat as
                            secret; repeatable
  --no-redact <name>        name that looks like a secret but is not; repeatable`;

export const checkHelp = `Usage: ittybit-qa check FILE… [options]      (- for standard input)

Checks recorded traffic against the contract: HAR, NDJSON, Playwright traces,
Newman reports and k6 logs.

${reportHelp}
${contractHelp}
  --server <host>=<host>    host in the traffic = host in the contract, * for
                            any; repeatable
  --format <format>         har, ndjson, newman (default: detected), or kafka:
                            lines of topic, partition, offset and exchange
  --once                    skip repeated messages, and repeated NDJSON lines
                            with an exchange id, for queues that deliver at
                            least once
  --exchanges <n>           number of exchanges in the input; any other number
                            makes the run incomplete
  --run <id>                id of the run; merge rejects reports of other runs
  --shard <name>            name of the shard, so that merge can report which
                            are missing
  --jobs <n>                number of threads (default: one per core)
  --every <n>|<time>        write a report every n exchanges, or every 60s, to
                            --report json=part-{n}.json; merge combines them
  --help                    show this help

Exit codes: 0 conforms; 1 findings; 2 could not run, nothing was checked, or the
input or a report was incomplete, so retry; 3 part of the input is unreadable,
so a retry does not help. If several apply, 1 takes precedence, then 2.`;

export const mergeHelp = `Usage: ittybit-qa merge FILE… [options]

Merges JSON reports of parts of the traffic into one report.

${reportHelp}
  --expect <n>              number of shards; fewer make the run incomplete
  --run <id>                reject reports of other runs
  --help                    show this help

Exit codes: the same as for ittybit-qa check. The run is incomplete if offsets
between those of the reports are missing.`;

export const proxyHelp = `Usage: ittybit-qa proxy [options]

Forwards traffic to the API, bodies byte for byte, and checks a copy of it.

  --listen <host:port>      address to listen on (default ${DEFAULT_LISTEN};
                            port 0 for a free one)
  --server <host>=<url>     URL that serves a host of the contract, such as
                            api.ittybit.com=http://127.0.0.1:${DEFAULT_PORTS.mock}, or a URL
                            alone for every host; repeatable (default: the live
                            API)
  --keep-host               forward the Host header as the caller sent it
  --insecure                do not verify certificates of upstreams
  --record <file>           append the traffic to a file, as NDJSON, without
                            secrets
  --enforce                 replace responses that violate the contract with
                            a 502
  --for <time>              stop after a time such as 60s, 5m or 1h (default: on
                            Ctrl-C or SIGTERM)
${reportHelp}
${contractHelp}
  --help                    show this help

A request goes to the host in its Host header. If that is not a host of the API,
it goes to the host of its operation.

Exit codes: 0 conforms; 1 findings; 2 could not run, nothing was checked, or
checking was incomplete. If both 1 and 2 apply, the exit code is 1.`;

/** `pretty, json or html`. */
function reportForms(): string {
  return `${reporterNames.slice(0, -1).join(", ")} or ${reporterNames.at(-1)}`;
}

/** Wraps a description at the column where descriptions begin. */
function described(text: string): string {
  return wrapText(text, 80 - DESCRIPTION_COLUMN).join(`\n${" ".repeat(DESCRIPTION_COLUMN)}`);
}
