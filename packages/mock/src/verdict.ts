import { type Finding, problem, type RequestReport } from "@ittybit/contract";
import type { Alternatives } from "./alternatives.js";
import { hasAcceptedFormat } from "./file-kind.js";
import { type Detail, type Refusal, refusal } from "./refusal.js";

/** The statuses that a fault in a request can bring about, the one that wins first. */
const precedence = [401, 400, 413, 415, 422] as const;

/**
 * What the findings on a request mean for its answer: a refusal with every reason, or null where it is valid.
 * What is undocumented without being wrong (drift) passes.
 */
export function judge(report: RequestReport, alternatives: Alternatives): Refusal | null {
  const faults = withoutEmptyForm(report.findings).flatMap((finding) => {
    const status = statusOf(finding, report);
    if (status === null) return [];
    return detailsOf(finding, report, alternatives).map((detail) => ({ status, detail }));
  });
  const status = precedence.find((wanted) => faults.some((fault) => fault.status === wanted));
  if (status === undefined) return null;
  const first = faults.filter((fault) => fault.status === status);
  // where there is no key, nothing else is said; where a body cannot be read, what else it lacks is a guess
  const others = status <= 401 ? [] : faults.filter((fault) => fault.status !== status);
  return refusal(
    status,
    [...first, ...others].map(({ detail }) => detail),
  );
}

/** A form without a single field is readable; that fields are missing says it better. */
function withoutEmptyForm(findings: readonly Finding[]): readonly Finding[] {
  const isEmpty = (finding: Finding) =>
    finding.code === "multipart-malformed" && finding.problem === "no-parts";
  const rest = findings.filter((finding) => !isEmpty(finding));
  return rest.some(({ at }) => at.in === "body") ? rest : findings;
}

function statusOf(finding: Finding, report: RequestReport): (typeof precedence)[number] | null {
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
      return isUnnamedFormat(finding, report) ? null : 415;
    case "unchecked":
      return uncheckedStatuses[finding.why] ?? null;
    default:
      return finding.sort === "violation" ? 422 : null;
  }
}

const uncheckedStatuses: Readonly<Record<string, 400 | 413 | 415 | 422>> = {
  "body-aborted": 400,
  "body-too-large": 413,
  "too-deep": 400,
  "string-too-long": 422,
  charset: 415,
  "content-encoding": 415,
};

/** `application/octet-stream`, which curl sends for most files, names no format: then the bytes decide. */
function isUnnamedFormat(finding: Finding & { code: "part-media-type" }, { body }: RequestReport): boolean {
  const part = body.parts.find(({ name }) => name === finding.at.name);
  if (finding.mediaType !== "application/octet-stream" || part === undefined) return false;
  return hasAcceptedFormat(part, finding.accepted);
}

function detailsOf(finding: Finding, report: RequestReport, alternatives: Alternatives): Detail[] {
  if (finding.code === "schema" && finding.at.in === "body" && /^(one|any)Of$/.test(finding.keyword)) {
    const better = alternatives(report, finding.at.pointer);
    if (better.length > 0) return better;
  }
  const field = fieldOf(finding);
  const verb = finding.code === "multipart-malformed" ? " cannot be read:" : "";
  const message = `${field ?? subjects[finding.at.in] ?? "The request"}${verb} ${problem(finding)}.`;
  return [{ location: locationOf(finding), field, message }];
}

const subjects: Readonly<Record<string, string>> = {
  body: "The body",
  "media-type": "Content-Type",
};

function locationOf({ at }: Finding): Detail["location"] {
  switch (at.in) {
    case "path":
    case "query":
    case "body":
      return at.in;
    case "url":
      return "path";
    default:
      return "header";
  }
}

/** The name as the caller sent it: `metadata[a]` for a field inside of one. */
function fieldOf(finding: Finding): string | null {
  const { at } = finding;
  if (at.in === "media-type") return "Content-Type";
  const property =
    finding.code === "schema" || finding.code === "property-undocumented" ? finding.property : null;
  const inner = at.pointer.split("/").slice(1).map(plain);
  const path = [...(at.name === null ? [] : [at.name]), ...inner, ...(property === null ? [] : [property])];
  const [first, ...rest] = path;
  return first === undefined ? null : first + rest.map((name) => `[${name}]`).join("");
}

function plain(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
