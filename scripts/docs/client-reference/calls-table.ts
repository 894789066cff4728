import type { Document } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { operationResources } from "../../generate/operations/method-names.js";

/** The calls of a client, as a section with a table. Its types are computed from the contract, and so cannot be read. */
export function callsTable(document: Document): string {
  const resources = operationResources(document);
  const rows = operationList(document).map(({ method, path, operation, parameters }) => {
    const { operationId, summary = operationId, requestBody } = operation;
    const { resource, verb } = resources.get(operationId) ?? {};
    const inPath = parameters.filter((each) => each.in === "path").map(({ name }) => name);
    const given = requestBody ? ["body"] : verb === "list" ? ["query?"] : [];
    const call = `${resource}.${verb}(${[...inPath, ...given, "options?"].join(", ")})`;
    const returns = verb === "list" ? "Listing" : "Call";
    return `| \`${call}\` | \`${method} ${path}\` | [${summary}](../../operations/${operationId}.md) | [${returns}](#${returns}) |`;
  });
  return `## Calls {#calls}

Each operation is a method of the client. The names of its parameters and the fields of its body and of its response are on
the page of the operation. \`client.GET\`, \`client.POST\`, \`client.PATCH\` and \`client.DELETE\` take a path instead: see
[Methods](#Methods).

| call | request | operation | returns |
|---|---|---|---|
${rows.join("\n")}
| \`media.wait(id, options?)\` | \`GET /media/{id}\` | waits until a Media is processed | [PendingWait](#PendingWait) |`;
}
