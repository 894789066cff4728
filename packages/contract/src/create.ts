import { metaSchemas } from "@ittybit/openapi/meta-schema";
import { assembleContract, type Contract } from "./contract.js";
import { ContractError } from "./contract-error.js";
import { assertDocumentSize } from "./document/assert-document-size.js";
import type { ContractModel, Notice } from "./document/contract-model.js";
import { FaultList } from "./document/fault-list.js";
import { readDocument } from "./document/read-document.js";
import { readAsOpenApi31 } from "./document/version/read-as-openapi-3-1.js";
import type { Locate } from "./findings/finding-collector.js";
import type { ContractOptions } from "./options.js";
import { lazyValidators } from "./schema/compile/compile.js";
import { isKnownFormat } from "./schema/compile/formats.js";
import { schemaErrors } from "./schema/compile/schema-errors.js";
import { assertTerminates } from "./schema/link/assert-terminates.js";
import { requireSafePattern, safePattern } from "./schema/pattern/safe-pattern.js";
import { isValid } from "./schema/validator.js";

export { ContractError } from "./contract-error.js";
export { documentFaultLines } from "./document/document-fault-lines.js";

/**
 * Options of {@link createContract}.
 *
 * @example
 * ```ts
 * import { type CreateOptions, createContract } from "@ittybit/contract/create";
 *
 * const id = { type: "string", minLength: 1 };
 * const options: CreateOptions = { schemas: { "https://example.com/id.json": id } };
 * export const create = (document: object) => createContract(document, options);
 * ```
 */
export interface CreateOptions extends ContractOptions {
  /** Other schema documents by absolute URI, for `$ref`s that leave the document. @default {} */
  readonly schemas?: Readonly<Record<string, unknown>>;
  /** Finds the source file and line of a JSON pointer into the document. @default none */
  readonly locate?: Locate;
  /**
   * Accept what OpenAPI does not allow, as far as the document can be used, and list it in `notices`. Otherwise only
   * faults of parts that no check depends on are accepted. @default false
   */
  readonly lenient?: boolean;
}

/**
 * Creates a contract from a document of OpenAPI 3.0, 3.1, or 3.2 as far as 3.1 has it.
 *
 * @param document the parsed document; it is not changed, and must not be changed later
 * @throws ContractError when the document, or a schema in it, cannot be used
 *
 * @example
 * ```ts
 * import { createContract } from "@ittybit/contract/create";
 * import document from "@ittybit/openapi/openapi.json" with { type: "json" };
 *
 * const contract = createContract(document, { drift: "error" });
 * contract.match({ method: "GET", url: "https://api.ittybit.com/media" }).outcome; // "matched"
 * ```
 */
export function createContract(document: unknown, options: CreateOptions = {}): Contract {
  return createContractOf(createContractModel(document, options), options);
}

/**
 * Creates a contract from the model of a document, so that the document is read once where both are needed.
 *
 * @example
 * ```ts
 * import { createContractModel, createContractOf } from "@ittybit/contract/create";
 * import document from "@ittybit/openapi/openapi.json" with { type: "json" };
 *
 * const model = createContractModel(document);
 * const contract = createContractOf(model, { strict: true });
 * console.log(model.servers, contract.operations);
 * ```
 */
export function createContractOf(
  model: ContractModel,
  { locate = () => null, ...options }: Pick<CreateOptions, "locate"> & ContractOptions = {},
): Contract {
  const validators = lazyValidators(model.schemas);
  const notices = model.notices.map((notice) => located(notice, locate));
  return assembleContract({ ...model, notices }, { validators, patternEngine: safePattern }, locate, options);
}

function located(notice: Notice, locate: Locate): Notice {
  const place = notice.code === "document-fault" ? locate(notice.pointer) : null;
  return place === null ? notice : { ...notice, place };
}

/**
 * Returns a function that validates values against the schemas of a model, by key. Compiles each schema on first use.
 *
 * @example
 * ```ts
 * import { createContractModel, createSchemaValidator } from "@ittybit/contract/create";
 * import document from "@ittybit/openapi/openapi.json" with { type: "json" };
 *
 * const model = createContractModel(document);
 * const isValid = createSchemaValidator(model);
 * const [key = ""] = Object.keys(model.schemas);
 * isValid(key, { id: "med_1" });
 * ```
 */
export function createSchemaValidator({ schemas }: ContractModel): (key: string, value: unknown) => boolean {
  const validators = lazyValidators(schemas);
  return (key, value) => isValid(validators, key, value);
}

/**
 * Returns a document in the form in which a contract reads it: OpenAPI 3.1. Every part stays at its JSON pointer. A document
 * that is one of 3.1 is returned as it is.
 *
 * @throws ContractError for a document of an unknown version
 *
 * @example
 * ```ts
 * import { openApi31Document } from "@ittybit/contract/create";
 *
 * const paths = {};
 * const schemas = { Title: { type: "string", nullable: true } };
 * const document = { openapi: "3.0.4", info: { title: "Media", version: "1" }, paths, components: { schemas } };
 * openApi31Document(document).components; // { schemas: { Title: { type: ["string", "null"] } } }
 * ```
 */
export function openApi31Document(document: unknown): Readonly<Record<string, unknown>> {
  return readAsOpenApi31(document, new FaultList());
}

/**
 * Reads and checks a document without compiling its schemas.
 *
 * @example
 * ```ts
 * import { createContractModel } from "@ittybit/contract/create";
 * import document from "@ittybit/openapi/openapi.json" with { type: "json" };
 *
 * const { operations, notices } = createContractModel(document);
 * console.log(operations.length, notices);
 * ```
 */
export function createContractModel(
  document: unknown,
  options: Pick<CreateOptions, "schemas" | "locate" | "lenient"> = {},
): ContractModel {
  const locate = options.locate ?? (() => null);
  try {
    assertDocumentSize(document);
    return readAll(document, options);
  } catch (error) {
    const known = error instanceof RangeError ? tooDeep(error) : error;
    const isSingle = known instanceof ContractError && known.faults[0] === known;
    throw isSingle ? known.at(locate(known.pointer)) : known;
  }
}

/** @throws ContractError with all faults of the document */
function readAll(
  written: unknown,
  { schemas, locate = () => null, lenient = false }: Parameters<typeof createContractModel>[1] & object,
): ContractModel {
  const faults = new FaultList();
  const document = readAsOpenApi31(written, faults);
  const checks = { isKnownFormat, checkPattern: requireSafePattern };
  const model = readDocument(document, { ...metaSchemas, ...schemas }, checks, faults);
  for (const error of schemaErrors(model.schemas)) faults.add(error);
  if (faults.isUsable) faults.attempt(() => assertTerminates(model.schemas));
  const { refused, isOnlyStructure, notices } = faults.verdict(lenient);
  if (refused.length === 0) return { ...model, notices: [...model.notices, ...notices] };
  const located = refused.map((fault) => fault.at(locate(fault.pointer)));
  throw ContractError.ofAll(located, isOnlyStructure ? LENIENT_HINT : "");
}

const LENIENT_HINT = "With --lenient-document (lenient: true), these are notices.";

/** The call stack ended: a chain of references that no limit caught. */
function tooDeep(cause: RangeError): ContractError {
  const fix = "Shorten the chains of references.";
  return new ContractError("the schemas of the document are nested too deeply", { pointer: "" }, fix, cause);
}
