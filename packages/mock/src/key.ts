import type { PlanOperation } from "@ittybit/contract";
import { type Header, headerValue } from "./message.js";
import { type Refusal, refusal } from "./refusal.js";

/**
 * Refuses every key but the wanted one; null where it is the one, none is wanted, or none is asked for. That a key is
 * there at all, the contract checks.
 */
export function checkKey(
  { security }: PlanOperation,
  headers: readonly Header[],
  wanted: string | null,
): Refusal | null {
  const fields = security.flat().filter((credential) => credential.in === "header");
  if (wanted === null || fields.length === 0) return null;
  const isRight = fields.some(({ field, scheme }) => {
    const value = headerValue(headers, field) ?? "";
    return (scheme === "" ? value : value.replace(/^\s*\S+\s+/, "")).trim() === wanted;
  });
  if (isRight) return null;
  const field = fields[0]?.field ?? null;
  return refusal(401, [
    { location: "header", field, message: "This is not the API key that the mock was started with." },
  ]);
}
