export const help = `Usage: ittybit-qa <command> [options]

Says where live answers leave the contract of the Ittybit media API, and what was never looked at.

  check   recorded traffic: HAR and NDJSON files, or standard input

ittybit-qa <command> --help shows the options of a command.`;

export const checkHelp = `Usage: ittybit-qa check FILE… [options]      (- for standard input)

Checks recorded traffic, HAR 1.2 or NDJSON, against the contract.

  --report <form>[=<file>]  pretty or json; may be repeated (default pretty, on standard output)
  --fail-on <severity>      error, warning, info or never (default error)
  --strict                  a broken inferred fact is an error as well
  --server <host>=<host>    host in the traffic = host in the contract, * for any; may be repeated
  --spec <file>             another OpenAPI 3.1 document instead of the Ittybit contract
  --format <format>         har or ndjson (default: told by the content)
  --redact <name>           header, parameter or field that is secret too; may be repeated
  --help                    show this

Exit codes: 0 conforms, 1 findings, 2 could not run, nothing checked, or input not readable.`;
