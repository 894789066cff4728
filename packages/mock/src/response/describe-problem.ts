import { asNode } from "../document/node.js";
import { STATUS_CODES } from "../http/status-text.js";
import type { Problem } from "../problem.js";

/** Members that hold a sentence for the developer in the error formats of well-known APIs. */
const MESSAGE_NAMES = /^(?:message|msg|detail|reason|(?:error_?)?(?:message|description))$/i;

const STATUS_NAMES = /^(?:status|code|(?:http_?)?status_?code)$/i;

/**
 * Puts the message and the status of a problem into a documented error: into members that hold a message or a status, at
 * the top, in `error`, and in the first of `errors`. The rest stays as documented.
 */
export function describeProblem(error: unknown, problem: Problem): unknown {
  if (typeof error === "string") return problem.message;
  if (typeof error !== "object" || error === null || Array.isArray(error)) return error;
  const members = Object.entries(error).map(([name, value]): [string, unknown] => {
    if (name === "error" && typeof value === "object") return [name, describeProblem(value, problem)];
    if (name === "errors" && Array.isArray(value)) return [name, describeFirst(value, problem)];
    return [name, describeMember(name, value, problem)];
  });
  return Object.fromEntries(members);
}

function describeFirst([first, ...others]: readonly unknown[], problem: Problem): unknown[] {
  if (first === undefined) return [];
  return Object.keys(asNode(first)).length === 0
    ? [first, ...others]
    : [describeProblem(first, problem), ...others];
}

function describeMember(name: string, value: unknown, { status, message }: Problem): unknown {
  if (typeof value === "string" && MESSAGE_NAMES.test(name)) return message;
  if (typeof value === "string" && name === "title") return STATUS_CODES[status] ?? value;
  const isStatus =
    typeof value === "number" &&
    STATUS_NAMES.test(name) &&
    (value === 0 || STATUS_CODES[value] !== undefined);
  return isStatus ? status : value;
}
