import { findingMessage as describeFinding, type Finding, type RequestReport } from "@ittybit/contract";
import { parsePointer } from "@ittybit/contract/json-pointer";
import { createProblem, type Detail, type Problem } from "../problem.js";
import type { Alternatives } from "./alternatives.js";
import { formatsOf, isAcceptedFormat } from "./file-format.js";

/** Every status that an invalid request can get. If several apply, the first one wins. */
const STATUS_PRECEDENCE = [401, 400, 413, 415, 422] as const;
type RejectionStatus = (typeof STATUS_PRECEDENCE)[number];

/**
 * Maps the findings on a request to a problem that lists every reason. Returns null for a valid request. Drift
 * (undocumented, but not wrong) is not a reason.
 */
export function problemFromFindings(report: RequestReport, alternatives: Alternatives): Problem | null {
  const faults: Fault[] = withoutEmptyForm(report.findings).flatMap((finding) => {
    const status = statusOf(finding, report);
    if (status === null) return [];
    return detailsOf(finding, report, alternatives).map((detail) => ({ status, detail }));
  });
  faults.push(...findDisguisedFiles(report));
  const status = STATUS_PRECEDENCE.find((wanted) => faults.some((fault) => fault.status === wanted));
  if (status === undefined) return null;
  const first = faults.filter((fault) => fault.status === status);
  // after a 401 the rest is none of the caller's business; after a 400 it would be a guess
  const others = status <= 401 ? [] : faults.filter((fault) => fault.status !== status);
  return createProblem(
    status,
    [...first, ...others].map(({ detail }) => detail),
  );
}

interface Fault {
  readonly status: RejectionStatus;
  readonly detail: Detail;
}

/** Drops "the form has no parts" if other findings already name the missing fields. */
function withoutEmptyForm(findings: readonly Finding[]): readonly Finding[] {
  const isEmptyForm = (finding: Finding) =>
    finding.code === "multipart-malformed" && finding.problem === "no-parts";
  const rest = findings.filter((finding) => !isEmptyForm(finding));
  return rest.some(({ at }) => at.in === "body") ? rest : findings;
}

function statusOf(finding: Finding, report: RequestReport): RejectionStatus | null {
  switch (finding.code) {
    case "credentials-missing":
    case "credentials-malformed":
      return 401;
    case "body-unreadable":
    case "multipart-malformed":
      return 400;
    case "media-type-missing":
    case "media-type-malformed":
    case "media-type-undocumented":
      return 415;
    case "part-media-type":
      return isAcceptedByContent(finding, report) ? null : 415;
    case "unchecked":
      return UNCHECKED_STATUSES[finding.reason] ?? null;
    default:
      return finding.category === "violation" ? 422 : null;
  }
}

const UNCHECKED_STATUSES: Readonly<Record<string, RejectionStatus>> = {
  "body-aborted": 400,
  "body-too-large": 413,
  "too-deep": 400,
  "string-too-long": 422,
  charset: 415,
  "content-encoding": 415,
};

/**
 * The first bytes decide if the caller names no format: `application/octet-stream`, as curl sends for most files, or a file
 * without a Content-Type, as Python's requests sends it.
 */
function isAcceptedByContent(
  finding: Finding & { code: "part-media-type" },
  { body }: RequestReport,
): boolean {
  const part = body.parts.find(({ name }) => name === finding.at.name);
  if (part === undefined) return false;
  const isUntyped = part.contentType === null && part.filename !== null;
  if (!isUntyped && finding.mediaType !== "application/octet-stream") return false;
  return isAcceptedFormat(formatsOf(part.head), finding.accepted);
}

/** Files whose first bytes contradict their media type and are in no format that the operation accepts. */
function findDisguisedFiles({ match, body, findings }: RequestReport): Fault[] {
  if (match.outcome !== "matched" || body.parts.length === 0) return [];
  const media = match.operation.body?.media ?? [];
  return body.parts.flatMap((part): Fault[] => {
    const accepted = media.flatMap(({ encoding }) => encoding[part.name ?? ""]?.contentTypes ?? []);
    if (accepted.length === 0) return [];
    const formats = formatsOf(part.head);
    const isReported = findings.some(({ code, at }) => code === "part-media-type" && at.name === part.name);
    if (formats.length === 0 || isReported || isAcceptedFormat(formats, accepted)) return [];
    const message = `${part.name} holds ${formats[0]}, which is not accepted; expected ${accepted.join(" or ")}.`;
    return [{ status: 415, detail: { location: "body", field: part.name, message } }];
  });
}

function detailsOf(finding: Finding, report: RequestReport, alternatives: Alternatives): Detail[] {
  if (finding.code === "schema" && finding.at.in === "body" && /^(one|any)Of$/.test(finding.keyword)) {
    const fieldByField = alternatives(report, finding.at.pointer);
    if (fieldByField.length > 0) return fieldByField;
  }
  const exclusive = exclusiveDetails(finding);
  if (exclusive !== null) return exclusive;
  const field = fieldOf(finding);
  const verb = VERBS[finding.code] ?? "";
  const subject =
    field === "" ? "A field without a name" : (field ?? SUBJECTS[finding.at.in] ?? "The request");
  const message = `${subject}${verb} ${describe(finding)}.`;
  const code = finding.code === "schema" ? finding.keyword : finding.code;
  return [{ location: locationOf(finding), field, code, message }];
}

/** What is wrong with a field. The field is the subject already, so a property is not named again. */
function describe(finding: Finding): string {
  const { property } = finding.code === "schema" ? finding : { property: null };
  const text = describeFinding(finding);
  return property === null ? text : text.replace(`property "${property}" `, "");
}

/** One detail for each of the fields of which exactly one may be sent, where none or all of them were. */
function exclusiveDetails(finding: Finding): Detail[] | null {
  if (finding.code !== "schema" || finding.at.in !== "body" || finding.at.pointer !== "") return null;
  const { keyword, limit, property } = finding;
  const details = (names: readonly string[], why: (name: string) => string) =>
    names.map((field): Detail => ({ location: "body", field, message: why(field) }));
  if (keyword === "required" && property === null) {
    const names = limit as readonly string[];
    return details(names, (name) => `${name} is missing: send ${names.join(" or ")}.`);
  }
  const { required = [] } = keyword === "not" ? (limit as { required?: readonly string[] }) : {};
  if (required.length < 2) return null;
  const rule = `exactly one of ${required.join(" and ")} may be sent`;
  return details(required, (name) => `${name} is one too many: ${rule}.`);
}

const VERBS: Readonly<Record<string, string>> = {
  "multipart-malformed": " cannot be read:",
  unchecked: " was",
};

const SUBJECTS: Readonly<Record<string, string>> = {
  body: "The body",
  "media-type": "Content-Type",
};

function locationOf({ at }: Finding): Detail["location"] {
  switch (at.in) {
    case "path":
    case "query":
    case "cookie":
    case "body":
      return at.in;
    case "url":
      return "path";
    default:
      return "header";
  }
}

/** The name as the caller sent it; a nested field is `metadata[a]`. */
function fieldOf(finding: Finding): string | null {
  const { at } = finding;
  if (at.in === "media-type") return "Content-Type";
  const property = finding.code === "schema" ? finding.property : null;
  const nested = parsePointer(at.pointer);
  const path = [...(at.name === null ? [] : [at.name]), ...nested, ...(property === null ? [] : [property])];
  const [first, ...rest] = path;
  return first === undefined ? null : first + rest.map((name) => `[${name}]`).join("");
}
