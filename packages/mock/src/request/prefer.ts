import { responseForStatus } from "@ittybit/contract";
import { type DocumentedResponse, examplesOf } from "../document/documented-responses.js";
import type { Delivery } from "../http/message.js";

/** Faults that `Prefer: fault=` takes. */
export const FAULTS = ["reset", "timeout", "slow", "truncate", "429", "503-then-ok"] as const;
type Fault = (typeof FAULTS)[number];

const OUTCOMES = ["complete", "failed"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What a caller prefers of the response, from its `Prefer` header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  /** Generate the response from its schema. */
  readonly dynamic: boolean;
  readonly seed?: string;
  /** Milliseconds to wait before the response. */
  readonly delay?: number;
  readonly fault?: Fault;
  /** How the processing of a new Media ends. */
  readonly processing?: Outcome;
  /** Show a list without items. Not a preference of the header. */
  readonly empty?: boolean;
}

/** A preference that can be honored, or a sentence that says what is wrong with it. */
export type PreferenceResult =
  | { readonly kind: "preference"; readonly preference: Preference }
  | { readonly kind: "mistake"; readonly message: string };

const NO_PREFERENCE: PreferenceResult = { kind: "preference", preference: { dynamic: false } };

const KNOWN_NAMES = ["code", "example", "dynamic", "seed", "delay", "fault", "processing"] as const;

const MAX_DELAY_MS = 60_000;

/**
 * Reads `Prefer: code=404, example=deleted, dynamic=true, seed=7, delay=500, fault=reset` and checks it against the
 * documented responses of the operation. An `example` without a `code` selects the status that it documents. Unknown
 * preferences are for other recipients, and ignored (RFC 7240, section 2).
 */
export function readPreference(
  fields: readonly string[],
  responses: readonly DocumentedResponse[],
): PreferenceResult {
  if (fields.length === 0) return NO_PREFERENCE;
  const values = new Map<string, string>();
  for (const [name, value] of fields.flatMap(parseField)) {
    if (!(KNOWN_NAMES as readonly string[]).includes(name)) continue;
    if (values.has(name)) return mistake(`${name} is given twice.`);
    values.set(name, value);
  }
  const message = findMistake(values, responses);
  return message === null
    ? { kind: "preference", preference: toPreference(values, responses) }
    : mistake(message);
}

/** Whether the header selects a response. */
export function hasPreference(fields: readonly string[]): boolean {
  return fields.flatMap(parseField).some(([name]) => (KNOWN_NAMES as readonly string[]).includes(name));
}

/** How to deliver a response with a fault. Faults that are statuses are delivered whole. */
export function deliveryOf(fault: Preference["fault"]): Delivery {
  return fault === undefined || fault === "429" || fault === "503-then-ok" ? "whole" : fault;
}

function findMistake(
  values: ReadonlyMap<string, string>,
  responses: readonly DocumentedResponse[],
): string | null {
  const [code, example, dynamic, seed, delay, fault, processing] = KNOWN_NAMES.map((name) =>
    values.get(name),
  );
  if (processing !== undefined && !(OUTCOMES as readonly string[]).includes(processing))
    return `processing=${processing} is not one of: ${OUTCOMES.join(", ")}.`;
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) return `code=${code} is no HTTP status.`;
  if (code !== undefined && !isDocumented(responses, Number(code))) {
    return `code=${code} is not documented here. Documented: ${listStatuses(responses)}.`;
  }
  if (code !== undefined && Number(code) < 200) return `code=${code} is not a final response.`;
  if (dynamic !== undefined && !["true", "false"].includes(dynamic))
    return `dynamic=${dynamic} must be true or false.`;
  if (example !== undefined && dynamic === "true") return "example and dynamic=true exclude each other.";
  if (example !== undefined && statusOfExample(responses, code, example) === undefined) {
    const candidates = responses.filter((response) => isSelected(response, responses, code));
    const names = candidates.flatMap(examplesOf).map(({ name }) => name);
    return `example=${example} is not one of: ${names.join(", ")}.`;
  }
  if (seed === "") return "seed must not be empty.";
  if (delay !== undefined && !(/^\d{1,5}$/.test(delay) && Number(delay) <= MAX_DELAY_MS))
    return `delay=${delay} must be a whole number of milliseconds up to ${MAX_DELAY_MS}.`;
  return fault === undefined ? null : findFaultMistake(fault, code, responses);
}

/** Whether a status can be preferred. `default` stands for failures where successes are documented by status. */
export function isDocumented(responses: readonly DocumentedResponse[], status: number): boolean {
  const response = responseForStatus(responses, status);
  const isFailure = status >= 400 || !responses.some((one) => one.status.startsWith("2"));
  return response !== undefined && (response.status !== "default" || isFailure);
}

function findFaultMistake(
  fault: string,
  code: string | undefined,
  responses: readonly DocumentedResponse[],
): string | null {
  if (!(FAULTS as readonly string[]).includes(fault))
    return `fault=${fault} is not one of: ${FAULTS.join(", ")}.`;
  const [status] = /^\d{3}/.exec(fault) ?? [];
  if (status === undefined) return null;
  if (code !== undefined) return `fault=${fault} and code=${code} exclude each other.`;
  if (responseForStatus(responses, Number(status))) return null;
  return `fault=${fault} needs a documented ${status}. Documented: ${listStatuses(responses)}.`;
}

function toPreference(
  values: ReadonlyMap<string, string>,
  responses: readonly DocumentedResponse[],
): Preference {
  const [code, example, dynamic, seed, delay, fault, processing] = KNOWN_NAMES.map((name) =>
    values.get(name),
  );
  const status = example === undefined ? code : statusOfExample(responses, code, example);
  return {
    dynamic: dynamic === "true",
    ...(status === undefined ? {} : { code: Number(status) }),
    ...(example === undefined ? {} : { example }),
    ...(seed === undefined ? {} : { seed }),
    ...(delay === undefined ? {} : { delay: Number(delay) }),
    ...(fault === undefined ? {} : { fault: fault as Fault }),
    ...(processing === undefined ? {} : { processing: processing as Outcome }),
  };
}

function mistake(message: string): PreferenceResult {
  return { kind: "mistake", message };
}

/** Names and values of one field. Quoted values may contain commas (RFC 7240, section 2). */
function parseField(field: string): [string, string][] {
  const members = field.match(/(?:"(?:\\.|[^"\\])*"?|[^",])+/g) ?? [];
  return members.map((member) => {
    const [, name = "", value = "true"] =
      /^\s*([^=;\s]*)\s*(?:=\s*("(?:\\.|[^"\\])*"|[^;]*))?/.exec(member) ?? [];
    const text = value.trim().replace(/^"(.*)"$/s, (_all, quoted: string) => quoted.replace(/\\(.)/g, "$1"));
    return [name.toLowerCase(), text];
  });
}

/** The status that an example is selected with; undefined if no response has it. A range or `default` gets a status. */
function statusOfExample(
  responses: readonly DocumentedResponse[],
  code: string | undefined,
  example: string,
): string | undefined {
  const holder = responses.find(
    (response) =>
      isSelected(response, responses, code) && examplesOf(response).some(({ name }) => name === example),
  );
  if (holder === undefined || code !== undefined) return holder && code;
  return holder.status === "default" ? "500" : holder.status.replace(/XX$/i, "00");
}

function isSelected(
  response: DocumentedResponse,
  responses: readonly DocumentedResponse[],
  code: string | undefined,
): boolean {
  return code === undefined || responseForStatus(responses, Number(code)) === response;
}

export function listStatuses(responses: readonly DocumentedResponse[]): string {
  return responses.map(({ status }) => status).join(", ");
}
