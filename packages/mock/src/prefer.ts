import type { Operation } from "./document.js";

/** What a caller asks of the answer with the Prefer header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic: boolean;
  readonly seed?: string;
}

/** A preference that can be met, or a sentence that says what is wrong with it. */
export type PreferenceResult =
  | { readonly kind: "preference"; readonly preference: Preference }
  | { readonly kind: "mistake"; readonly message: string };

/**
 * Reads `Prefer: code=404, example=deleted, dynamic=true, seed=7` and holds it against what the operation has.
 * An `example` without a `code` brings the status it is an example of. Preferences of other kinds are left
 * to whom they concern, as the RFC asks.
 */
export function readPreference(header: string | undefined, operation: Operation): PreferenceResult {
  const wishes = new Map((header ?? "").split(",").map(readWish));
  const code = wishes.get("code");
  const example = wishes.get("example");
  const dynamic = wishes.get("dynamic");
  const seed = wishes.get("seed");

  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) return mistake(`code=${code} is no HTTP status.`);
  if (dynamic !== undefined && !["true", "false"].includes(dynamic)) {
    return mistake(`dynamic=${dynamic} must be true or false.`);
  }
  const statuses = operation.responses.map((response) => response.code);
  if (code !== undefined && !statuses.includes(code) && !statuses.includes("default")) {
    return mistake(`code=${code} is not documented here. Documented: ${statuses.join(", ")}.`);
  }
  const status = example === undefined ? code : statusOfExample(operation, code, example);
  if (example !== undefined && status === undefined) {
    return mistake(`example=${example} is not one of: ${exampleNames(operation, code).join(", ")}.`);
  }
  return {
    kind: "preference",
    preference: {
      dynamic: dynamic === "true",
      ...(status === undefined ? {} : { code: Number(status) }),
      ...(example === undefined ? {} : { example }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

function mistake(message: string): PreferenceResult {
  return { kind: "mistake", message };
}

function readWish(wish: string): [string, string] {
  const [name = "", value = "true"] = wish.split(";")[0]?.split("=") ?? [];
  return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, "$1")];
}

function statusOfExample(operation: Operation, code: string | undefined, example: string) {
  const holders = operation.responses.filter((response) => namesIn(response).includes(example));
  const statuses = holders.map((response) => response.code);
  if (code === undefined) return statuses.map((status) => (status === "default" ? "500" : status))[0];
  return statuses.includes(code) || (statuses.includes("default") && !isDocumented(operation, code))
    ? code
    : undefined;
}

function isDocumented(operation: Operation, code: string): boolean {
  return operation.responses.some((response) => response.code === code);
}

function exampleNames(operation: Operation, code: string | undefined): string[] {
  const responses = operation.responses.filter((response) => code === undefined || response.code === code);
  return responses.flatMap(namesIn);
}

function namesIn(response: Operation["responses"][number]): string[] {
  return (response.contents ?? []).flatMap((content) => (content.examples ?? []).map(({ key }) => key));
}
