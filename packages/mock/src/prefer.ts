import { type DocumentedResponse, examplesOf, responseOf } from "./catalogue.js";

export const faults = ["reset", "timeout", "slow", "truncate", "429", "503-then-ok"] as const;
type Fault = (typeof faults)[number];

/** What a caller asks of the answer with the Prefer header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic: boolean;
  readonly seed?: string;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  readonly fault?: Fault;
}

/** A preference that can be met, or a sentence that says what is wrong with it. */
export type PreferenceResult =
  | { readonly kind: "preference"; readonly preference: Preference }
  | { readonly kind: "mistake"; readonly message: string };

const none: PreferenceResult = { kind: "preference", preference: { dynamic: false } };

const ours = ["code", "example", "dynamic", "seed", "delay", "fault"] as const;

/** Preferences of others (RFC 7240, section 5.1, and RFC 8144): left to whom they concern. */
const others = ["return", "respond-async", "wait", "handling", "depth-noroot", "safe"];

/** Longest delay that may be asked for, in milliseconds. */
const longestDelay = 60_000;

/**
 * Reads `Prefer: code=404, example=deleted, dynamic=true, seed=7, delay=500, fault=reset` and holds it against
 * what the operation has. An `example` without a `code` brings the status it is an example of.
 */
export function readPreference(
  fields: readonly string[],
  responses: readonly DocumentedResponse[],
): PreferenceResult {
  if (fields.length === 0) return none;
  const wishes = new Map<string, string>();
  for (const [name, value] of fields.flatMap(readWishes)) {
    if (others.includes(name)) continue;
    if (!(ours as readonly string[]).includes(name)) {
      return mistake(`${name || "an empty preference"} is not known. Known are ${ours.join(", ")}.`);
    }
    if (wishes.has(name)) return mistake(`${name} is given twice.`);
    wishes.set(name, value);
  }
  const problem = problemOf(wishes, responses);
  return problem === null
    ? { kind: "preference", preference: preferenceOf(wishes, responses) }
    : mistake(problem);
}

function problemOf(
  wishes: ReadonlyMap<string, string>,
  responses: readonly DocumentedResponse[],
): string | null {
  const [code, example, dynamic, seed, delay, fault] = ours.map((name) => wishes.get(name));
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) return `code=${code} is no HTTP status.`;
  if (code !== undefined && !responseOf(responses, Number(code))) {
    return `code=${code} is not documented here. Documented: ${listStatuses(responses)}.`;
  }
  if (code !== undefined && Number(code) < 200) return `code=${code} cannot end an exchange.`;
  if (dynamic !== undefined && !["true", "false"].includes(dynamic))
    return `dynamic=${dynamic} must be true or false.`;
  if (example !== undefined && dynamic === "true") return "example and dynamic=true exclude each other.";
  if (example !== undefined && statusOfExample(responses, code, example) === undefined) {
    const names = responses.filter((response) => isFor(response, responses, code)).flatMap(examplesOf);
    return `example=${example} is not one of: ${names.map(({ name }) => name).join(", ")}.`;
  }
  if (seed === "") return "seed must not be empty.";
  if (delay !== undefined && !(/^\d{1,5}$/.test(delay) && Number(delay) <= longestDelay))
    return `delay=${delay} must be a whole number of milliseconds up to ${longestDelay}.`;
  if (fault !== undefined && !(faults as readonly string[]).includes(fault))
    return `fault=${fault} is not one of: ${faults.join(", ")}.`;
  if (fault !== undefined && /^\d/.test(fault) && code !== undefined)
    return `fault=${fault} and code=${code} exclude each other.`;
  const status = fault?.slice(0, 3);
  if (status !== undefined && /^\d/.test(status) && !responseOf(responses, Number(status)))
    return `fault=${fault} needs a documented ${status}. Documented: ${listStatuses(responses)}.`;
  return null;
}

function preferenceOf(
  wishes: ReadonlyMap<string, string>,
  responses: readonly DocumentedResponse[],
): Preference {
  const [code, example, dynamic, seed, delay, fault] = ours.map((name) => wishes.get(name));
  const status = example === undefined ? code : statusOfExample(responses, code, example);
  return {
    dynamic: dynamic === "true",
    ...(status === undefined ? {} : { code: Number(status) }),
    ...(example === undefined ? {} : { example }),
    ...(seed === undefined ? {} : { seed }),
    ...(delay === undefined ? {} : { delay: Number(delay) }),
    ...(fault === undefined ? {} : { fault: fault as Fault }),
  };
}

function mistake(message: string): PreferenceResult {
  return { kind: "mistake", message };
}

/** Members of the list with their values; quoted text may hold commas (RFC 7240, section 2). */
function readWishes(field: string): [string, string][] {
  const members = field.match(/(?:"(?:\\.|[^"\\])*"?|[^",])+/g) ?? [];
  return members.map((member) => {
    const [, name = "", value = "true"] =
      /^\s*([^=;\s]*)\s*(?:=\s*("(?:\\.|[^"\\])*"|[^;]*))?/.exec(member) ?? [];
    const text = value.trim().replace(/^"(.*)"$/s, (_all, inner: string) => inner.replace(/\\(.)/g, "$1"));
    return [name.toLowerCase(), text];
  });
}

/** The status that an example is asked for with; undefined where none has it. A range or default gives one of its own. */
function statusOfExample(
  responses: readonly DocumentedResponse[],
  code: string | undefined,
  example: string,
): string | undefined {
  const holder = responses.find(
    (response) =>
      isFor(response, responses, code) && examplesOf(response).some(({ name }) => name === example),
  );
  if (holder === undefined || code !== undefined) return holder && code;
  return holder.status === "default" ? "500" : holder.status.replace(/XX$/i, "00");
}

function isFor(
  response: DocumentedResponse,
  responses: readonly DocumentedResponse[],
  code: string | undefined,
): boolean {
  return code === undefined || responseOf(responses, Number(code)) === response;
}

function listStatuses(responses: readonly DocumentedResponse[]): string {
  return responses.map(({ status }) => status).join(", ");
}
