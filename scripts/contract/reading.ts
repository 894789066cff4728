import { type OperationId, operations } from "@ittybit/openapi";
import type { Answer, Stage } from "./stage.js";

const ids = Object.keys(operations) as OperationId[];

/** An id that no item has. */
export const unknownItem = "unknown0unknown0";

const isList = (id: OperationId) => operations[id].paging !== null;
const readsItem = (id: OperationId) =>
  operations[id].method === "GET" && operations[id].path.includes("{id}");

/** Situations that change nothing: lists in every order, items, and requests that are to be refused. */
export async function playReading(stage: Stage): Promise<void> {
  const found: string[] = [];
  for (const operation of ids.filter(isList)) found.push(...(await playList(stage, operation)));
  for (const operation of ids.filter(readsItem)) await playItem(stage, operation, found[0]);
}

/** @returns ids of the items that were listed */
async function playList(stage: Stage, operation: OperationId): Promise<string[]> {
  const answer = await stage.play({ operation, title: "lists", expects: 200 });
  if (answer?.status === 401) {
    throw new Error("the API refuses the key of ITTYBIT_API_KEY (401), so that nothing else can be tried.");
  }
  for (const query of orders(operation)) {
    await stage.play({ operation, title: query, query, expects: 200 });
  }
  await playNextPage(stage, operation);
  for (const query of faults(operation)) {
    await stage.play({ operation, title: `refuses ${query}`, query, expects: 422 });
  }
  await stage.play({ operation, title: "refuses a request without a key", key: "none", expects: 401 });
  await stage.play({ operation, title: "refuses an unknown key", key: "wrong", expects: 401 });
  return itemsOf(answer);
}

async function playNextPage(stage: Stage, operation: OperationId): Promise<void> {
  const first = await stage.play({ operation, title: "a page of one", query: "limit=1", expects: 200 });
  const link = pointed(first?.json, operations[operation].paging?.next ?? "");
  if (typeof link !== "string") return stage.skip(operation, "the next page: there is one page only");
  await stage.play({ operation, title: "the next page", link, expects: 200 });
}

async function playItem(stage: Stage, operation: OperationId, item: string | undefined): Promise<void> {
  if (item === undefined) stage.skip(operation, "an item: the account has none");
  else {
    await stage.play({ operation, title: "reads an item", item, expects: 200 });
    await stage.play({
      operation,
      title: "refuses a request without a key",
      item,
      key: "none",
      expects: 401,
    });
  }
  await stage.play({ operation, title: "knows no unknown item", item: unknownItem, expects: 404 });
}

const itemsOf = (answer: Answer | null): string[] =>
  Array.isArray(answer?.json?.data) ? answer.json.data.flatMap(({ id }: { id?: string }) => id ?? []) : [];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly enum?: readonly unknown[];
  readonly maximum?: number;
}

const queryOf = (operation: OperationId) =>
  (operations[operation].parameters as readonly Parameter[]).filter((parameter) => parameter.in === "query");

/** Queries that use every documented value of every parameter once. */
function orders(operation: OperationId): string[] {
  const choices = queryOf(operation).flatMap(({ name, enum: values }) => (values ? [{ name, values }] : []));
  const rounds = Math.max(0, ...choices.map(({ values }) => values.length));
  return Array.from({ length: rounds }, (_, round) =>
    choices.map(({ name, values }) => `${name}=${values[round % values.length]}`).join("&"),
  );
}

/** Queries with one value beyond what is documented. */
function faults(operation: OperationId): string[] {
  return queryOf(operation).flatMap(({ name, enum: values, maximum }) => {
    if (values !== undefined) return [`${name}=no-such-value`];
    return maximum === undefined ? [] : [`${name}=${maximum + 1}`];
  });
}

/** The value at a JSON pointer (RFC 6901). */
function pointed(value: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], value);
}
