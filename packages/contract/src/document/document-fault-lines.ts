import type { Notice } from "./contract-model.js";

/** Number of faults that are listed. */
const MAX_FAULTS_SHOWN = 20;

/**
 * Describes the faults of a document that did not keep it from being used, in the order of its lines, one line each.
 *
 * @example
 * ```ts
 * import { documentFaultLines } from "@ittybit/contract/create";
 * import { loadContract } from "@ittybit/contract/load";
 *
 * const contract = await loadContract("openapi.yaml", { lenient: true });
 * for (const line of documentFaultLines(contract.notices)) console.warn(line);
 * ```
 */
export function documentFaultLines(notices: readonly Notice[]): string[] {
  const faults = notices.filter(({ code }) => code === "document-fault").toSorted(byLine);
  const lines = faults.slice(0, MAX_FAULTS_SHOWN).map(({ name, pointer, place }) => {
    return `${place ? `${place.file}:${place.line}: ` : ""}${name} (at ${pointer || "the document root"}).`;
  });
  const rest = faults.length - lines.length;
  return rest === 0 ? lines : [...lines, `There are ${rest} more faults in the document.`];
}

function byLine({ place: a }: Notice, { place: b }: Notice): number {
  if (a === undefined || b === undefined) return 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
