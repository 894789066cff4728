import { docblock } from "./docblock.js";
import type { Document } from "./document/document.js";
import { operationList, serverList } from "./document/operation-list.js";
import {
  authentication,
  retryAfterStatuses,
  uploadMediaTypes,
  versionHeader,
} from "./operations/api-constants.js";
import { readRoutes, writeRoutes } from "./operations/client-routes.js";
import { knownValues } from "./operations/known-values.js";
import { literal } from "./operations/literal.js";
import { operationNames } from "./operations/method-names-type.js";
import { operationTable } from "./operations/operation-table.js";
import { OPERATION_TYPES } from "./operations/operation-type.js";

/**
 * The operation table and the few other facts that code needs. Every export is a literal of its own, so that a
 * bundler keeps only what is used: `readRoutes` and `writeRoutes` are the small ones, and prose stands in `summaries` alone.
 */
export const emitOperations = (document: Document): string =>
  [
    "/** What the Ittybit media API offers, as data. Written by `npm run generate` from spec/; do not edit. */\n",
    OPERATION_TYPES,
    constant("Base URL of each server, by short name.", "servers", servers(document)),
    constant(
      "Name of the request header that chooses a version of the API.",
      "versionHeader",
      versionHeader(document),
    ),
    constant(
      "How a request carries its API key: `<prefix><key>` in `header`.",
      "authentication",
      authentication(document),
    ),
    constant(
      "Media types of the files that may be uploaded.",
      "uploadMediaTypes",
      uploadMediaTypes(document),
    ),
    constant(
      "Statuses whose response says in Retry-After how long to wait.",
      "retryAfterStatuses",
      retryAfterStatuses(document),
    ),
    constant("The known values of each named set that may grow.", "knownValues", knownValues(document)),
    constant("What it takes to send each GET request, and no more.", "readRoutes", readRoutes(document)),
    constant("What it takes to send each other request, and no more.", "writeRoutes", writeRoutes(document)),
    constant(
      "Every operation in full, but for its prose.",
      "operations",
      operationTable(document),
      "Record<string, Operation>",
    ),
    "/** The operationId of an operation. */\nexport type OperationId = keyof typeof operations;\n",
    operationNames(document),
    constant("One line on each operation.", "summaries", summaries(document), "Record<OperationId, string>"),
  ].join("\n");

function constant(about: string, name: string, value: unknown, type?: string): string {
  const check = `${value === null ? "" : " as const"}${type === undefined ? "" : ` satisfies ${type}`}`;
  return `${docblock(about, "@ittybit/openapi", name)}\nexport const ${name} = ${literal(value)}${check};\n`;
}

const servers = (document: Document): object =>
  Object.fromEntries([...serverList(document)].map(([name, { url }]) => [name, url]));

const summaries = (document: Document): object =>
  Object.fromEntries(
    operationList(document).map(({ operation }) => [operation.operationId, operation.summary ?? ""]),
  );
