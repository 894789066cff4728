import { type Command, runCommand } from "./command.js";

const contract: Command = {
  name: "contract",
  help: `Usage: npm run contract -- [--url URL] [--uploads-url URL] [--write]
                         [--report FORM=FILE ...]

Validates a live API against the contract and prints one line for each
scenario, with the expected and the actual status. Reads the API key from
ITTYBIT_API_KEY. Sends GET requests only, unless --write is given.

  --url URL           base URL of the API (default: the host of the contract)
  --uploads-url URL   base URL for uploads (default: that of --url, or the host
                      of the contract)
  --write             also create media, update them and delete them again
  --strict            report violations of inferred facts as errors
  --fail-on LEVEL     error (default), warning, info, never
  --allow FILE        known and accepted drift, as for ittybit-qa check
  --report FORM=FILE  write a report: pretty, json, junit, sarif, html ...; may
                      be repeated
  --help              show this

Exit codes: 0 conforms, 1 findings, 2 could not run (the host does not respond,
does not serve this API, or rejects the key).`,
  flags: ["url", "uploads-url", "fail-on", "allow"],
  repeated: ["report"],
  switches: ["write", "strict"],
  async run(given) {
    // Loaded when needed, so that --help prints at once.
    const { runSuite } = await import("./contract/suite.js");
    return runSuite(given, process.env);
  },
};

await runCommand(contract);
