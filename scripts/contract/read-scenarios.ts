import { type OperationId, operations } from "@ittybit/openapi";
import type { LiveResponse, Runner } from "./runner.js";

const ids = Object.keys(operations) as OperationId[];

/** An id that no item has. */
export const UNKNOWN_ITEM = "unknown0unknown0";

const isList = (id: OperationId) => operations[id].paging !== null && !operations[id].path.includes("{");
const readsItem = (id: OperationId) =>
  operations[id].method === "GET" && operations[id].path.includes("{id}");

/** Scenarios that change nothing: lists in every order, items, and requests that must be refused. */
export async function runReadScenarios(runner: Runner): Promise<void> {
  const lists = ids.filter(isList);
  const found: string[] = [];
  for (const operation of lists) found.push(...(await runFirstPage(runner, operation)));
  runner.assertServed();
  for (const operation of lists) await runList(runner, operation);
  for (const operation of ids.filter(readsItem)) await runItem(runner, operation, found[0]);
}

/** @returns ids of the items that were listed */
async function runFirstPage(runner: Runner, operation: OperationId): Promise<string[]> {
  const response = await runner.run({ operation, title: "lists", expects: 200 });
  if (response?.status === 401) {
    throw new Error("the API rejects the key of ITTYBIT_API_KEY (401), so nothing else can be tried.");
  }
  return itemsOf(response);
}

async function runList(runner: Runner, operation: OperationId): Promise<void> {
  for (const query of orders(operation)) {
    await runner.run({ operation, title: query, query, expects: 200 });
  }
  await runNextPage(runner, operation);
  for (const query of invalidQueries(operation)) {
    await runner.run({ operation, title: `rejects ${query}`, query, expects: 422 });
  }
  await runner.run({ operation, title: "rejects a request without a key", key: "none", expects: 401 });
  await runner.run({ operation, title: "rejects an unknown key", key: "wrong", expects: 401 });
}

async function runNextPage(runner: Runner, operation: OperationId): Promise<void> {
  const first = await runner.run({ operation, title: "a page of one", query: "limit=1", expects: 200 });
  const link = valueAt(first?.json, operations[operation].paging?.next ?? "");
  if (typeof link !== "string") return runner.skip(operation, "the next page: there is only one page");
  await runner.run({ operation, title: "the next page", link, expects: 200 });
}

async function runItem(runner: Runner, operation: OperationId, item: string | undefined): Promise<void> {
  if (item === undefined) runner.skip(operation, "an item: the account has none");
  else {
    await runner.run({ operation, title: "reads an item", item, expects: 200 });
    await runner.run({
      operation,
      title: "rejects a request without a key",
      item,
      key: "none",
      expects: 401,
    });
  }
  await runner.run({ operation, title: "rejects an unknown id", item: UNKNOWN_ITEM, expects: 404 });
}

const itemsOf = (response: LiveResponse | null): string[] =>
  Array.isArray(response?.json?.data)
    ? response.json.data.flatMap(({ id }: { id?: string }) => id ?? [])
    : [];

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

/** Queries with one value out of range. */
function invalidQueries(operation: OperationId): string[] {
  return queryOf(operation).flatMap(({ name, enum: values, maximum }) => {
    if (values !== undefined) return [`${name}=no-such-value`];
    return maximum === undefined ? [] : [`${name}=${maximum + 1}`];
  });
}

/** The value at a JSON pointer (RFC 6901). */
function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], value);
}
