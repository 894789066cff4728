import { readFile } from "node:fs/promises";
import type { Allowance } from "@ittybit/contract";
import { parse } from "yaml";
import { UsageError } from "../usage-error.js";

const fields = ["fingerprint", "code", "operationId", "name", "reason", "until"];

/**
 * Reads the list of accepted drift, each item with a reason and an end date.
 *
 * @throws UsageError when the file cannot be read, or an item is incomplete
 */
export async function readAllowances(file: string): Promise<Allowance[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--allow ${file} cannot be read (${error.code}).`);
  });
  const items = parseYaml(text, file);
  if (!Array.isArray(items)) throw new UsageError(`--allow ${file} is not a list.`);
  return items.map((item, index) => readAllowance(item, `${file}, item ${index + 1}`));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`--allow ${file} is not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}

function readAllowance(item: unknown, where: string): Allowance {
  const allowance = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
  const unknown = Object.keys(allowance).find((name) => !fields.includes(name));
  if (unknown !== undefined) throw new UsageError(`${where}: ${unknown} is not one of ${fields.join(", ")}.`);
  const missing = ["reason", "until"].find((name) => typeof allowance[name] !== "string");
  if (missing !== undefined)
    throw new UsageError(`${where}: ${missing} is missing; quote dates as "2026-12-31".`);
  if (!/^\d{4}-\d\d-\d\d$/.test(allowance.until as string)) {
    throw new UsageError(`${where}: until is not a date as YYYY-MM-DD.`);
  }
  return allowance as unknown as Allowance;
}
