import { DEFAULT_PORTS } from "@ittybit/contract/default-ports";
import { DEFAULT_LISTEN } from "./listen-address.js";

export const help = `Usage: ittybit-qa <command> [options]

Says where live answers leave the contract of the Ittybit media API, and what
was never looked at.

  check   recorded traffic: HAR and NDJSON files, or standard input
  proxy   live traffic, as it passes through to the API
  merge   reports of parts of the traffic

  ittybit-qa <command> --help   the options of a command
  ittybit-qa --version          the version`;

/** Options of every command that writes reports and ends with a verdict. */
const reportHelp = `  --report <form>[=<file>]  pretty, json, junit, sarif, github, gitlab or html;
                            repeatable (default pretty, on standard output)
  --fail-on <severity>      error, warning, info or never (default error)
  --min-coverage <k>=<n>    demand n percent of a kind, as operations=100;
                            repeatable
  --baseline <file>         a JSON report; what it holds does not fail the run`;

/** Options of every command that holds traffic against the contract. */
const contractHelp = `  --allow <file>            YAML list of drift that is accepted, each with
                            reason and until
  --strict                  a broken inferred fact is an error as well
  --spec <file>             another OpenAPI 3.1 document
  --redact <name>           header, parameter or field that is secret too;
                            repeatable`;

export const checkHelp = `Usage: ittybit-qa check FILE… [options]      (- for standard input)

Checks recorded traffic, HAR 1.2 or NDJSON, against the contract.

${reportHelp}
${contractHelp}
  --server <host>=<host>    host in the traffic = host in the contract, * for
                            any; repeatable
  --format <format>         har or ndjson (default: told by the content)
  --once                    leave out lines of NDJSON that name an exchange id
                            and came before: for queues that deliver at least
                            once
  --jobs <n>                threads that check (default: one a core)
  --every <n>|<time>        write a report of every n exchanges, or every 60s,
                            to --report json=part-{n}.json; parts merge to the
                            whole
  --help                    show this

Exit codes: 0 conforms, 1 findings, 2 could not run, nothing checked, or input
not readable.`;

export const mergeHelp = `Usage: ittybit-qa merge FILE… [options]

Joins JSON reports of parts of the traffic into the report of the whole.

${reportHelp}
  --help                    show this

Exit codes: as those of ittybit-qa check.`;

export const proxyHelp = `Usage: ittybit-qa proxy [options]

Passes requests on to the API, byte for byte, and checks a copy of what passes.

  --listen <host:port>      where to listen (default ${DEFAULT_LISTEN}; port 0 for
                            a free one)
  --server <host>=<url>     where a host of the contract is, such as
                            api.ittybit.com=http://127.0.0.1:${DEFAULT_PORTS.mock}, or a URL
                            alone for every host; repeatable (default: the live
                            API)
  --keep-host               pass Host on as the caller sent it
  --insecure                do not check the certificates of upstreams
  --record <file>           append what passes to a file, as NDJSON, without
                            secrets
  --enforce                 answer 502 in place of an answer that breaks the
                            contract
  --for <time>              end after 60s, 5m, 1h (default: on Ctrl-C, SIGTERM)
${reportHelp}
${contractHelp}
  --help                    show this

A request goes to the host that its Host header names, else to the one whose
operation it calls.

Exit codes: 0 conforms, 1 findings, 2 could not run, nothing checked, or not all
that passed could be.`;
