import { type Command, runCommand } from "./command.js";

const contract: Command = {
  name: "contract",
  help: `Usage: npm run contract -- [--url URL] [--uploads-url URL] [--write]
                         [--report FORM=FILE ...]

Holds a live API against the contract, one line for each situation: what should
be answered, and what was. The key is taken from ITTYBIT_API_KEY. Only reads,
unless --write is given.

  --url URL           base URL of the API (default: the host of the contract)
  --uploads-url URL   base URL for uploads (default: that of --url, or the host
                      of the contract)
  --write             also add media of its own, change and delete them
  --strict            a breach of an inferred fact is an error
  --fail-on LEVEL     error (default), warning, info, never
  --allow FILE        drift that is known and accepted, as ittybit-qa check
                      takes it
  --report FORM=FILE  write a report: pretty, json, junit, sarif, html ...; may
                      be repeated
  --help              show this

Exit codes: 0 conforms, 1 findings, 2 could not run.`,
  flags: ["url", "uploads-url", "fail-on", "allow"],
  repeated: ["report"],
  switches: ["write", "strict"],
  async run(given) {
    // the engine takes a moment to load; whoever asks for --help need not wait for it
    const { runSuite } = await import("./contract/suite.js");
    return runSuite(given, process.env);
  },
};

await runCommand(contract);
