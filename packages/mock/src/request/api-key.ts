import { headerValue, type Operation } from "@ittybit/contract";
import type { Header } from "../http/message.js";
import { createProblem, type Problem } from "../problem.js";

/** The key that a mock without a key of its own rejects, so that an app can be tried with a wrong one. */
const UNKNOWN_KEY = "unknown";

/**
 * Rejects every API key but the one that the mock was started with; without one, only {@link UNKNOWN_KEY}. Returns null if
 * the key is right, or none is required. The contract checks whether there is a key at all.
 */
export function checkApiKey(
  { security }: Operation,
  headers: readonly Header[],
  apiKey: string | null,
): Problem | null {
  const credentials = security.flat().filter((credential) => credential.in === "header");
  if (credentials.length === 0) return null;
  const keys = credentials.map((credential) => keyOf(credential, headers));
  const isRight = apiKey === null ? !keys.includes(UNKNOWN_KEY) : keys.includes(apiKey);
  if (isRight) return null;
  const field = credentials[0]?.field ?? null;
  return createProblem(401, [
    {
      location: "header",
      field,
      message:
        apiKey === null
          ? "The mock accepts every API key but this one."
          : "This is not the API key that the mock was started with.",
    },
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
