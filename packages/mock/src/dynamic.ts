import type { PlanOperation } from "@ittybit/contract";
import type { OpenApiDocument } from "./document.js";
import type { Header } from "./message.js";

/** A value made up from a schema. */
interface MadeUp {
  readonly headers: readonly Header[];
  readonly body: unknown;
}

/** What is to be made up. The same seed makes the same value, whatever else is asked for meanwhile. */
interface Order {
  readonly operation: PlanOperation;
  readonly status: number;
  readonly mediaType: string;
  readonly seed: string;
}

/** Makes answers up. @throws where Prism cannot. */
export type Inventor = (order: Order) => Promise<MadeUp>;

/**
 * Prism as the inventor. It takes half a second to load, so it is loaded with the first order. Its generator is
 * one for the whole process: orders are filled one after the other, each with a seed of its own.
 */
export function createInventor(document: OpenApiDocument): Inventor {
  let prism: ReturnType<typeof loadPrism> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (order) => {
    prism ??= loadPrism(document);
    const made = last.then(async () => make(await (prism as ReturnType<typeof loadPrism>), order));
    last = made.catch(() => undefined);
    return made;
  };
}

async function loadPrism(document: OpenApiDocument) {
  const { createInstance, getHttpOperationsFromSpec, resetJSONSchemaGenerator } = await import(
    "@stoplight/prism-http"
  );
  const operations = await getHttpOperationsFromSpec(closed(document) as object);
  const instance = createInstance(configOf(200, "0"), { logger: silent as never });
  return { instance, operations, reset: resetJSONSchemaGenerator };
}

async function make(
  { instance, operations, reset }: Awaited<ReturnType<typeof loadPrism>>,
  { operation, status, mediaType, seed }: Order,
): Promise<MadeUp> {
  const { method, path } = operation;
  const found = operations.find((one) => one.path === path && one.method.toUpperCase() === method);
  if (found === undefined) throw new Error(`Prism does not know ${method} ${path}`);
  const input = { method: found.method as "get", url: { path }, headers: { accept: mediaType } };
  const result = await instance.request(input, [found], configOf(status, seed))();
  reset();
  if (result._tag === "Left") throw new Error(result.left.message);
  const { headers = {}, body } = result.right.output;
  const pairs = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return { headers: pairs.map(([name, value]): Header => [name, String(value)]), body };
}

/** A new object each time: Prism writes the first request's Accept into the one that it is given. */
function configOf(code: number, seed: string) {
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
 * A copy of a document that leaves the generator no room for what would be drift: objects have the properties that
 * are described, and sets that may grow have the values that are known.
 */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  if (Array.isArray(copy["x-extensible-enum"]) && copy.enum === undefined)
    copy.enum = copy["x-extensible-enum"];
  const isObject = copy.type === "object" && typeof copy.properties === "object";
  if (isObject && copy.additionalProperties === undefined && copy.allOf === undefined) {
    copy.additionalProperties = false;
  }
  return copy;
}

const silent = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal", "start", "note"].map((level) => [
    level,
    () => undefined,
  ]),
) as Record<string, unknown>;
silent.child = () => silent;
