import type {
  ContractModel,
  DocumentedResponse,
  MediaTypeObject,
  Parameter,
} from "../document/contract-model.js";

/**
 * The words of a contract. A secret that is one of them is never looked for elsewhere in a message: removing it would
 * change what the message is checked against.
 */
export interface Vocabulary {
  /** Hosts, paths, names and media types, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Documented values. They are no secrets, whatever the name beside them. */
  readonly values: ReadonlySet<string>;
}

/**
 * A contract without words.
 *
 * @example
 * ```ts
 * import { NO_VOCABULARY, type RedactorOptions } from "@ittybit/contract/redaction";
 *
 * export const options: RedactorOptions = { vocabulary: NO_VOCABULARY };
 * ```
 */
export const NO_VOCABULARY: Vocabulary = { names: new Set(), values: new Set() };

/**
 * Collects the words of a contract.
 *
 * @example
 * ```ts
 * import { createContractModel } from "@ittybit/contract/create";
 * import { vocabularyOf } from "@ittybit/contract/redaction";
 *
 * export const vocabulary = (document: object) => vocabularyOf(createContractModel(document));
 * ```
 */
export function vocabularyOf({ servers, operations, schemas }: ContractModel): Vocabulary {
  const [names, values] = [new Set<string>(), new Set<string>()];
  const add = (...words: readonly string[]) => {
    for (const word of words)
      for (const part of [word, ...word.split(/[^\p{L}\p{N}]+/u)]) names.add(part.toLowerCase());
  };
  for (const { url, host } of servers) add(url, host ?? "");
  for (const { operationId, path, method, parameters, body, responses, security } of operations) {
    add(operationId, path, method, ...parameters.map(({ name }) => name));
    add(...(body?.media ?? []).flatMap(mediaWords), ...responses.flatMap(responseWords));
    for (const alternatives of security)
      add(...alternatives.flatMap(({ name, field, scheme }) => [name, field, scheme]));
  }
  for (const schema of Object.values(schemas)) addSchemaWords(schema, add, values);
  return { names, values };
}

function mediaWords({ type, encoding }: MediaTypeObject): string[] {
  return [type, ...Object.values(encoding).flatMap(({ contentTypes }) => contentTypes ?? [])];
}

function responseWords({ headers, media }: DocumentedResponse): string[] {
  return [...headers.map(({ name }: Parameter) => name), ...media.flatMap(mediaWords)];
}

function addSchemaWords(node: unknown, add: (...words: string[]) => void, values: Set<string>): void {
  const open: unknown[] = [node];
  for (let at = open.pop(); open.length > 0 || at !== undefined; at = open.pop()) {
    if (typeof at !== "object" || at === null) continue;
    if (Array.isArray(at)) {
      open.push(...at);
      continue;
    }
    for (const [keyword, value] of Object.entries(at)) {
      if (keyword === "enum" || keyword === "const" || keyword === "x-extensible-enum") {
        for (const one of [value].flat()) if (typeof one === "string") values.add(one);
      } else {
        if (keyword === "properties" && typeof value === "object" && value !== null)
          add(...Object.keys(value));
        open.push(value);
      }
    }
  }
}
