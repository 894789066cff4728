import { assemble, type Contract } from "./contract.js";
import { ContractError } from "./contract-error.js";
import { readDocument } from "./document/read-document.js";
import type { Plan } from "./plan.js";
import type { ContractOptions } from "./report/options.js";
import type { Locate } from "./report/recorder.js";
import { checkSchemas, createAjv, lazyValidators } from "./schema/compile.js";
import { requireEnd } from "./schema/endless.js";
import { isKnownFormat } from "./schema/formats.js";
import { isValid } from "./schema/judge.js";
import { requireSafePattern, safePattern } from "./schema/safe-pattern.js";

export { ContractError } from "./contract-error.js";

/** What may be given besides the document. */
export interface CreateOptions extends ContractOptions {
  /** Other schema documents by absolute URI, for `$ref`s that leave the document. @default {} */
  readonly schemas?: Readonly<Record<string, unknown>>;
  /** Where a JSON pointer of the document stands in its sources. @default nowhere */
  readonly locate?: Locate;
}

/**
 * Makes a contract of any OpenAPI 3.1 document.
 *
 * @param document the parsed document; it is not changed, and must not be changed later
 * @throws ContractError when the document, or a schema in it, cannot be used
 */
export function createContract(document: unknown, options: CreateOptions = {}): Contract {
  const locate = options.locate ?? (() => null);
  const plan = createPlan(document, options);
  const validators = lazyValidators(createAjv(), plan.schemas);
  return assemble(plan, { validators, patternEngine: safePattern }, locate, options);
}

/** Whether values fit the schemas of a plan, by key; each is compiled when it is first asked for. */
export function createFits({ schemas }: Plan): (key: string, value: unknown) => boolean {
  const validators = lazyValidators(createAjv(), schemas);
  return (key, value) => isValid(validators, key, value);
}

/** Reads and checks a document, without making validators. */
export function createPlan(document: unknown, options: Pick<CreateOptions, "schemas" | "locate"> = {}): Plan {
  const locate = options.locate ?? (() => null);
  try {
    const schemas = { ...metaSchemas(), ...options.schemas };
    const plan = readDocument(document, schemas, { isKnownFormat, checkPattern: requireSafePattern });
    checkSchemas(metaAjv(), plan.schemas);
    requireEnd(plan.schemas);
    return plan;
  } catch (error) {
    throw error instanceof ContractError ? error.at(locate(error.pointer)) : error;
  }
}

let shared: ReturnType<typeof createAjv> | undefined;

/** Knows the meta-schemas and nothing else; made on first use, because it takes 100 ms. */
function metaAjv(): ReturnType<typeof createAjv> {
  shared ??= createAjv();
  return shared;
}

/** The 2020-12 meta-schemas, which any document may refer to. */
function metaSchemas(): Record<string, unknown> {
  const ajv = metaAjv();
  const vocabularies = [
    "core",
    "applicator",
    "unevaluated",
    "validation",
    "meta-data",
    "format-annotation",
    "content",
  ];
  const base = "https://json-schema.org/draft/2020-12";
  const uris = [`${base}/schema`, ...vocabularies.map((name) => `${base}/meta/${name}`)];
  return Object.fromEntries(uris.map((uri) => [uri, ajv.getSchema(uri)?.schema]));
}
