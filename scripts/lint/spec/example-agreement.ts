import type { Finding } from "../finding.js";
import { mediaContradictions } from "./example-media.js";
import { pagingDisagreements } from "./example-paging.js";
import type { Example } from "./examples.js";
import type { OperationExamples, PathExamples, ResponseExample } from "./path-examples.js";
import { lineOf, type Sources, type Steps } from "./spec-source.js";

type Json = Record<string, unknown>;
type Report = (example: Example, steps: Steps, code: string, message: string) => Finding;

/**
 * Examples that contradict each other or the operation they are given for: the id of a resource must be the same in
 * the path, in the body and in every link, and a list must stand on the page that its own paging names.
 */
export function disagreements(sources: Sources, paths: readonly PathExamples[]): Finding[] {
  const operations = paths.flatMap((path) => path.operations);
  const items = operations.flatMap(itemsOf);
  const idsOf = idsByResource(items);
  const report: Report = ({ site }, steps, code, message) => {
    const at = { ...site, steps: [...site.steps, ...steps] };
    return { file: site.file, line: lineOf(sources, at), code, message };
  };
  return [
    ...operations
      .flatMap(({ responses }) => responses)
      .flatMap((response) => [
        ...statusFindings(response, report),
        ...linkFindings(response, report),
        ...[...pagingDisagreements(object(response.example.value))].map(({ steps, message }) =>
          report(response.example, steps, "example-paging", message),
        ),
      ]),
    ...foreignIds(items, idsOf, report),
    ...constantFields(items, report),
    ...items.flatMap(({ value, example, steps }) =>
      [...mediaContradictions(value)].map((one) =>
        report(example, [...steps, ...one.steps], "example-media", one.message),
      ),
    ),
    ...paths.flatMap((path) => [...pathParameters(sources, path, idsOf, report)]),
  ];
}

/** An item that an example shows: the one that is returned, or one of a list. */
type Item = {
  readonly resource: string | undefined;
  readonly id: string;
  readonly value: Json;
  readonly example: Example;
  readonly steps: Steps;
};

function itemsOf({ resource, responses }: OperationExamples): Item[] {
  return responses.flatMap(({ example }) => {
    const data = object(example.value).data;
    const shown = Array.isArray(data)
      ? data.map((value, index) => ({ value: object(value), steps: ["data", index] }))
      : [{ value: object(data), steps: ["data"] }];
    return shown.flatMap(({ value, steps }) =>
      typeof value.id === "string" ? [{ resource, id: value.id, value, example, steps }] : [],
    );
  });
}

function* statusFindings({ status, example }: ResponseExample, report: Report): Generator<Finding> {
  const shown = object(object(example.value).meta).status;
  if (!/^\d{3}$/.test(status) || shown === undefined || String(shown) === status) return;
  const message = `meta.status is ${shown} in a response of ${status}`;
  yield report(example, ["meta", "status"], "example-status", message);
}

function* linkFindings({ example }: ResponseExample, report: Report): Generator<Finding> {
  const value = object(example.value);
  const { id } = object(value.data);
  const { self, parent } = object(value.links);
  if (typeof id !== "string" || typeof self !== "string") return;
  if (!self.endsWith(`/${id}`))
    yield report(example, ["links", "self"], "example-id", `links.self must end with data.id, /${id}`);
  else if (parent !== undefined && parent !== self.slice(0, -id.length - 1))
    yield report(
      example,
      ["links", "parent"],
      "example-id",
      "links.parent must be links.self without the id",
    );
}

/** An item that shows the id of another item of the same resource. */
function* foreignIds(items: readonly Item[], idsOf: IdsOf, report: Report): Generator<Finding> {
  for (const { resource, id, value, example, steps } of items)
    for (const { text, steps: inner } of strings(value, []))
      for (const other of text.split(/[/?#&=]/).filter((part) => part !== id && idsOf(resource).has(part))) {
        const message = `the ${resource ?? "item"} ${id} shows the id of ${other}`;
        yield report(example, [...steps, ...inner], "example-id", message);
      }
}

/** Fields that never change: they are the same in every example that shows the item. */
const CONSTANT_FIELDS = ["kind", "created", "filename"];

/** Fields that never change once they are known. */
const FACTS_OF_FILE = ["filesize", "width", "height", "duration"];

function* constantFields(items: readonly Item[], report: Report): Generator<Finding> {
  const first = new Map<string, Item>();
  for (const item of items) {
    for (const field of [...CONSTANT_FIELDS, ...FACTS_OF_FILE]) {
      if (!(field in item.value) || (item.value[field] === null && FACTS_OF_FILE.includes(field))) continue;
      const key = JSON.stringify([item.resource, item.id, field]);
      const known = first.get(key) ?? item;
      first.set(key, known);
      if (item.value[field] === known.value[field]) continue;
      const message = `${item.id} has the ${field} ${known.value[field]} in ${known.example.site.file}`;
      yield report(item.example, [...item.steps, field], "example-id", message);
    }
  }
}

/**
 * The id that a path ends in is one that its responses show, and each of its operations shows one such id. An id before
 * that is one of the parent's.
 */
function* pathParameters(
  sources: Sources,
  { path, parameters, operations }: PathExamples,
  idsOf: IdsOf,
  report: Report,
): Generator<Finding> {
  const [last] = /(?<=\{)[^}]+(?=\}$)/.exec(path) ?? [];
  const own = parameters.filter(({ name }) => name === last);
  const returned = new Set(operations.flatMap(itemsOf).map(({ id }) => id));
  for (const { name, example } of parameters) {
    const known = name === last ? returned : idsOf(operations[0]?.parent);
    if (known.size === 0 || known.has(String(example.value))) continue;
    const subject = name === last ? path : operations[0]?.parent;
    yield report(example, [], "example-id", `no example of ${subject} has the id ${example.value}`);
  }
  const shown = new Set(own.map(({ example }) => String(example.value)));
  for (const operation of operations) {
    const ids = itemsOf(operation).map(({ id }) => id);
    if (own.length === 0 || ids.length === 0 || ids.some((id) => shown.has(id))) continue;
    const { name, site } = operation;
    const message = `no example of ${name} has an id that the path parameter shows`;
    yield { file: site.file, line: lineOf(sources, site), code: "example-id", message };
  }
}

type IdsOf = (resource: string | undefined) => ReadonlySet<string>;

function idsByResource(items: readonly Item[]): IdsOf {
  const sets = new Map<string | undefined, Set<string>>();
  for (const { resource, id } of items) sets.set(resource, (sets.get(resource) ?? new Set()).add(id));
  return (resource) => sets.get(resource) ?? new Set();
}

function* strings(value: unknown, steps: Steps): Generator<{ text: string; steps: Steps }> {
  if (typeof value === "string") yield { text: value, steps };
  else if (typeof value === "object" && value !== null)
    for (const [key, child] of Object.entries(value)) yield* strings(child, [...steps, key]);
}

const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
