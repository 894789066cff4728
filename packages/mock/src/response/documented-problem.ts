import { responseForStatus } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { DocumentedContent, DocumentedResponse } from "../document/documented-responses.js";
import { asNode } from "../document/node.js";
import { negotiate } from "../http/negotiate.js";
import type { Problem } from "../problem.js";
import { flattenSchema } from "../sample/flatten-schema.js";
import { sampleValues } from "../sample/sample-value.js";
import { describeProblem } from "./describe-problem.js";
import { problemDetails } from "./problem-envelope.js";
import { isXml } from "./xml.js";

/** The response that a problem is sent as. */
export interface DocumentedProblem {
  readonly status: number;
  /** Undefined if the operation documents no response for the status. */
  readonly response: DocumentedResponse | undefined;
}

/** Finds the documented response for a problem. An API that documents 400 and no 422 rejects invalid requests with 400. */
export function findDocumentedProblem(
  responses: readonly DocumentedResponse[],
  status: number,
): DocumentedProblem {
  const response = responseForStatus(responses, status);
  const isOwn = response !== undefined && response.status !== "default";
  const badRequest = responses.find((one) => one.status === "400");
  return status === 422 && !isOwn && badRequest
    ? { status: 400, response: badRequest }
    : { status, response };
}

/** A body for a problem, which may or may not be valid. */
export interface ProblemBody {
  readonly content: Pick<DocumentedContent, "mediaType" | "schema">;
  readonly value: unknown;
}

/** Bodies for a problem in the documented formats, the most telling one first. */
export function* problemBodies(
  context: Pick<MockContext, "document" | "problemEnvelope">,
  { contents }: DocumentedResponse,
  problem: Problem,
  accept: string | undefined,
): Generator<ProblemBody> {
  const accepted = negotiate(
    accept,
    contents.map(({ mediaType }) => mediaType),
  );
  const isFirst = ({ mediaType }: DocumentedContent) => mediaType === accepted;
  for (const content of [...contents].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))) {
    for (const value of problemValues(context, content, problem)) yield { content, value };
  }
}

function* problemValues(
  { document, problemEnvelope }: Pick<MockContext, "document" | "problemEnvelope">,
  { mediaType, schema, examples }: DocumentedContent,
  problem: Problem,
): Generator<unknown> {
  const isJson = /[/+]json\b/.test(mediaType);
  if (isJson && problemEnvelope.isDocumented) yield problemEnvelope.wrap(problem);
  if (/\/problem\+json\b/.test(mediaType)) yield problemDetails(problem);
  const given = examples.map(({ value }) => value);
  for (const value of given) yield describeProblem(value, problem);
  if (isJson && given.length === 0 && isFree(document, schema)) yield problemDetails(problem);
  yield* given;
  if (schema === undefined && !isJson && !isXml(mediaType)) yield problem.message;
  for (const value of sampleValues(document, schema)) yield describeProblem(value, problem);
  yield* sampleValues(document, schema);
}

/** Whether a schema says nothing about the members of an error. */
function isFree(document: MockContext["document"], schema: unknown): boolean {
  if (schema === undefined) return true;
  const { properties, type, enum: values, const: constant } = flattenSchema(document, schema, 0).schema;
  if (values !== undefined || constant !== undefined || Object.keys(asNode(properties)).length > 0)
    return false;
  return type === undefined || [type].flat().includes("object");
}
