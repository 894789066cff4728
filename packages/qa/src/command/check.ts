import { stat } from "node:fs/promises";
import { checkSource } from "../check/check-source.js";
import { Coverage } from "../coverage/coverage.js";
import { openFile, type Source } from "../input/read-source.js";
import { openContract } from "../open-contract.js";
import { secretNames } from "../redaction/secret-name.js";
import { Tally } from "../report/tally.js";
import { UsageError } from "../usage-error.js";
import type { ExitCode } from "../verdict.js";
import { readAllowances } from "./allowances.js";
import { type CheckOptions, readCheckOptions } from "./check-options.js";
import { conclude } from "./conclude.js";
import { checkHelp } from "./help.js";
import type { World } from "./world.js";

/** Runs `ittybit-qa check`. @throws UsageError, ContractError when it cannot run */
export async function check(args: readonly string[], world: World): Promise<ExitCode> {
  const options = await readCheckOptions(args);
  if (options.help) {
    await world.out(`${checkHelp}\n`);
    return 0;
  }
  for (const name of options.sources) await requireReadable(name);
  const { contract, identity, plan, fits } = await openContract(
    options.spec,
    await contractOptions(options, world),
  );
  const tally = new Tally(identity, new Coverage(plan, fits));
  const isSecret = secretNames(options.redact);
  const settings = { contract, isSecret, format: options.format, ended: world.ended };
  let isWhole = true;
  for (const source of options.sources.map((name) => open(name, world))) {
    try {
      await checkSource(source, tally, settings);
    } catch (error) {
      world.err(`ittybit-qa: ${source.name} cannot be read on: ${(error as Error).message}.`);
      isWhole = false;
    }
  }
  const report = tally.report();
  const code = await conclude(report, options, world);
  if (report.exchanges.checked === 0) {
    world.err(`ittybit-qa: ${nothingChecked(options, report.exchanges.elsewhere)}`);
  }
  if (world.ended.aborted)
    world.err("ittybit-qa: Stopped before the end: the report holds what was checked until then.");
  return code === 0 && (!isWhole || world.ended.aborted) ? 2 : code;
}

async function contractOptions({ strict, hosts, allow }: CheckOptions, { today }: World) {
  return { strict, hosts, today, allow: allow === null ? [] : await readAllowances(allow) };
}

function open(name: string, { stdin }: World): Source {
  return name === "-" ? { name: "standard input", bytes: stdin } : openFile(name);
}

async function requireReadable(name: string): Promise<void> {
  if (name === "-") return;
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const why = found.code === "ENOENT" ? "does not exist" : `cannot be read (${found.code})`;
    throw new UsageError(`${name} ${why}.`);
  }
  if (found.isDirectory()) throw new UsageError(`${name} is a directory: name the files in it.`);
}

function nothingChecked({ hosts }: CheckOptions, elsewhere: number): string {
  if (elsewhere === 0) return "Nothing was checked: the input has no exchange with an answer.";
  const hint = Object.keys(hosts).length === 0 ? "" : " too";
  return `Nothing was checked: all ${elsewhere} exchanges went to hosts that the contract does not name. Map them${hint} with --server HOST=api.ittybit.com.`;
}
