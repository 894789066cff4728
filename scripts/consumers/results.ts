import { readFile } from "node:fs/promises";
import type { Outcome, Trial } from "./run-tool.js";
import { type Form, JOURNEY, type KnownFault, type Tool } from "./tool.js";

/** What is kept of a trial: how each stage and step ended, without the text of an error. */
export type KeptTrial = Readonly<Record<string, "yes" | "recipe" | "no">>;

/** The results of the last run, by tool. */
export type Results = Readonly<
  Record<string, { readonly version: string; readonly trials: Readonly<Record<Form, KeptTrial>> }>
>;

export async function readResults(file: string): Promise<Results> {
  return JSON.parse(await readFile(file, "utf8"));
}

export function resultOf({ version }: Tool, trials: readonly Trial[]): Results[string] {
  const kept = trials.map((trial) => {
    const outcomes = outcomesOf(trial).map(([name, each]) => [name, typeof each === "string" ? each : "no"]);
    return [trial.form, Object.fromEntries(outcomes)];
  });
  return { version, trials: Object.fromEntries(kept) };
}

/** What failed without being known to, and what is known to fail and did not: a line for each. */
export function surprisesIn(tool: Tool, trials: readonly Trial[]): string[] {
  return trials.flatMap((trial) => {
    const known = (step: string): KnownFault | undefined =>
      tool.faults?.find((fault) => fault.step === step && (fault.form ?? trial.form) === trial.form);
    return outcomesOf(trial).flatMap(([step, outcome]) => {
      // A recipe goes around a fault, which is still there.
      if (outcome === "recipe") return [];
      if (outcome === "yes")
        return known(step) ? [`${trial.form} ${step}: works, and is listed as a fault`] : [];
      return known(step) ? [] : [`${trial.form} ${step}: ${outcome.error}`];
    });
  });
}

function outcomesOf({ generate, compile, journey }: Trial): [string, Outcome][] {
  const all: [string, Outcome][] = [["generate", generate]];
  if (compile !== undefined) all.push(["compile", compile]);
  if (journey !== undefined) for (const step of JOURNEY) all.push([step, journey[step]]);
  return all;
}
