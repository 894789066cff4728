import type { Operation } from "@ittybit/contract";
import type { OpenApiDocument } from "../document/open-document.js";
import { operationDocument } from "../document/operation-document.js";
import type { Header } from "../http/message.js";

/** A response generated from a schema. */
interface GeneratedResponse {
  readonly headers: readonly Header[];
  readonly body: unknown;
}

/** What to generate. The same seed gives the same response, whatever else is generated in between. */
interface GeneratorOptions {
  readonly operation: Operation;
  readonly status: number;
  readonly mediaType: string;
  readonly seed: string;
}

/** Generates a response. @throws if Prism cannot */
export type GenerateResponse = (options: GeneratorOptions) => Promise<GeneratedResponse>;

/**
 * Creates a generator that uses Prism. Prism takes half a second to load, so the first call loads it, and each operation
 * is loaded on its own. The random generator of Prism is global, so calls run one after the other, each with a seed.
 */
export function createGenerator(document: OpenApiDocument): GenerateResponse {
  const loaded = new Map<string, ReturnType<typeof loadPrism>>();
  let previous: Promise<unknown> = Promise.resolve();
  return (options) => {
    const { operation } = options;
    const loading = loaded.get(operation.operationId) ?? loadPrism(operationDocument(document, operation));
    loaded.set(operation.operationId, loading);
    const generated = previous.then(async () => generate(await loading, options));
    previous = generated.catch(() => undefined);
    return generated;
  };
}

async function loadPrism(document: OpenApiDocument) {
  const { createInstance, getHttpOperationsFromSpec, resetJSONSchemaGenerator } = await import(
    "@stoplight/prism-http"
  );
  const operations = await getHttpOperationsFromSpec(closeSchemas(document) as object);
  const instance = createInstance(createConfig(200, "0"), { logger: SILENT_LOGGER as never });
  return { instance, operations, reset: resetJSONSchemaGenerator };
}

async function generate(
  { instance, operations, reset }: Awaited<ReturnType<typeof loadPrism>>,
  { operation, status, mediaType, seed }: GeneratorOptions,
): Promise<GeneratedResponse> {
  const { method, path } = operation;
  const found = operations.find((one) => one.path === path && one.method.toUpperCase() === method);
  if (found === undefined) throw new Error(`Prism does not know ${method} ${path}`);
  const input = { method: found.method as "get", url: { path }, headers: { accept: mediaType } };
  const result = await instance.request(input, [found], createConfig(status, seed))();
  reset();
  if (result._tag === "Left") throw new Error(result.left.message);
  const { headers = {}, body } = result.right.output;
  const pairs = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return { headers: pairs.map(([name, value]): Header => [name, String(value)]), body };
}

/** A new object for each call: Prism writes the Accept of the first request into its configuration. */
function createConfig(code: number, seed: string) {
  return {
    isProxy: false as const,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: true, code, seed },
  };
}

/**
 * Copies a document so that nothing generated is drift: objects have only the documented properties, and extensible
 * enums only the known values.
 */
function closeSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeSchemas);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closeSchemas(one)]));
  if (Array.isArray(copy["x-extensible-enum"]) && copy.enum === undefined)
    copy.enum = copy["x-extensible-enum"];
  const isObject = copy.type === "object" && typeof copy.properties === "object";
  if (isObject && copy.additionalProperties === undefined && copy.allOf === undefined) {
    copy.additionalProperties = false;
  }
  return copy;
}

const SILENT_LOGGER = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal", "start", "note"].map((level) => [
    level,
    () => undefined,
  ]),
) as Record<string, unknown>;
SILENT_LOGGER.child = () => SILENT_LOGGER;
