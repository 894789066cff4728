import { headerValue, type Operation } from "@ittybit/contract";
import type { Header } from "../http/message.js";
import { createProblem, type Problem } from "../problem.js";

/**
 * Rejects every API key but the one that the mock was started with. Returns null if the key is right, or none is
 * required. The contract checks whether there is a key at all.
 */
export function checkApiKey(
  { security }: Operation,
  headers: readonly Header[],
  apiKey: string | null,
): Problem | null {
  const credentials = security.flat().filter((credential) => credential.in === "header");
  if (apiKey === null || credentials.length === 0) return null;
  const isRight = credentials.some((credential) => keyOf(credential, headers) === apiKey);
  if (isRight) return null;
  const field = credentials[0]?.field ?? null;
  return createProblem(401, [
    { location: "header", field, message: "This is not the API key that the mock was started with." },
  ]);
}

/** The API key of a request: that of the first header of any operation that carries one; empty without a key. */
export function sentApiKey(operations: readonly Operation[], headers: readonly Header[]): string {
  const credentials = operations.flatMap(({ security }) => security.flat());
  const keys = credentials.filter((one) => one.in === "header").map((one) => keyOf(one, headers));
  return keys.find((key) => key !== "") ?? "";
}

/** A header value without its scheme. */
function keyOf({ field, scheme }: { field: string; scheme: string }, headers: readonly Header[]): string {
  const value = headerValue(headers, field) ?? "";
  return (scheme === "" ? value : value.replace(/^\s*\S+\s+/, "")).trim();
}
