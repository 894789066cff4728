import type { Answer, OperationExamples, PathExamples } from "./answer.js";
import type { Example } from "./example.js";
import type { Finding } from "./finding.js";
import { lineOf, type Sources, type Steps } from "./source.js";

type Json = Record<string, unknown>;
type Report = (example: Example, steps: Steps, code: string, message: string) => Finding;

/**
 * Examples that contradict each other or the place they are given for: the id of a resource must be the same in
 * the path, in the body and in every link, and a list must lie where its own paging says it lies.
 */
export function disagreements(sources: Sources, paths: PathExamples[]): Finding[] {
  const answers = paths.flatMap(({ operations }) => operations.flatMap(({ answers }) => answers));
  const resources = answers.flatMap(resourcesOf);
  const report: Report = ({ site }, steps, code, message) => {
    const at = { ...site, steps: [...site.steps, ...steps] };
    return { file: site.file, line: lineOf(sources, at), code, message };
  };
  return [
    ...answers.flatMap((answer) => [
      ...status(answer, report),
      ...links(answer, report),
      ...paging(answer, report),
    ]),
    ...foreignIds(resources, report),
    ...facts(resources, report),
    ...paths.flatMap((path) => [...parameters(sources, path, report)]),
  ];
}

/** A resource shown in an example: the one answered, or one item of a list. */
type Resource = { id: string; value: Json; example: Example; steps: Steps };

function resourcesOf({ example }: Answer): Resource[] {
  const data = object(example.value).data;
  const shown = Array.isArray(data)
    ? data.map((value, index) => ({ value: object(value), steps: ["data", index] }))
    : [{ value: object(data), steps: ["data"] }];
  return shown.flatMap(({ value, steps }) =>
    typeof value.id === "string" ? [{ id: value.id, value, example, steps }] : [],
  );
}

function* status({ status, example }: Answer, report: Report): Generator<Finding> {
  const shown = object(object(example.value).meta).status;
  if (!/^\d{3}$/.test(status) || shown === undefined || String(shown) === status) return;
  yield report(
    example,
    ["meta", "status"],
    "example-status",
    `meta.status is ${shown} in an answer of ${status}`,
  );
}

function* links({ example }: Answer, report: Report): Generator<Finding> {
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

function* paging({ example }: Answer, report: Report): Generator<Finding> {
  const { data, links, meta } = object(example.value);
  const { limit, page, pages, total } = object(meta);
  if (!Array.isArray(data) || typeof page !== "number" || typeof pages !== "number") return;
  const rest = Number(total) - (page - 1) * Number(limit);
  if (pages !== Math.ceil(Number(total) / Number(limit)) && Number(total) > 0)
    yield report(
      example,
      ["meta", "pages"],
      "example-paging",
      `${total} items at ${limit} a page are not ${pages} pages`,
    );
  if (data.length !== Math.max(0, Math.min(rest, Number(limit))))
    yield report(
      example,
      ["data"],
      "example-paging",
      `${data.length} items on page ${page} of ${total} at ${limit} a page`,
    );
  const expected = {
    self: page,
    first: 1,
    prev: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
    last: Math.max(1, pages),
  };
  for (const [link, number] of Object.entries(expected)) {
    const shown = pageOf(object(links)[link]);
    if (shown !== undefined && shown !== number)
      yield report(
        example,
        ["links", link],
        "example-paging",
        `links.${link} must ${number === null ? "be null" : `lead to page ${number}`}`,
      );
  }
}

/** @returns the page that a link leads to, null for no link, undefined when the link does not tell */
function pageOf(link: unknown): number | null | undefined {
  if (typeof link !== "string") return link === null ? null : undefined;
  const page = URL.canParse(link) ? new URL(link).searchParams.get("page") : null;
  return page === null ? undefined : Number(page);
}

function* foreignIds(resources: Resource[], report: Report): Generator<Finding> {
  const ids = new Set(resources.map(({ id }) => id));
  for (const { id, value, example, steps } of resources)
    for (const { text, steps: inner } of strings(value, []))
      for (const other of text.split(/[/?#&=]/).filter((part) => part !== id && ids.has(part)))
        yield report(example, [...steps, ...inner], "example-id", `the media ${id} shows the id of ${other}`);
}

/** What never changes about a resource is the same in every example that shows it. */
function* facts(resources: Resource[], report: Report): Generator<Finding> {
  const first = new Map<string, Resource>();
  for (const resource of resources) {
    const known = first.get(resource.id) ?? resource;
    first.set(resource.id, known);
    for (const fact of ["kind", "created", "filename"])
      if (fact in resource.value && resource.value[fact] !== known.value[fact])
        yield report(
          resource.example,
          [...resource.steps, fact],
          "example-id",
          `${resource.id} has the ${fact} ${known.value[fact]} in ${known.example.site.file}`,
        );
  }
}

/** Every id that a path shows is answered by one of its operations, and each operation answers one of them. */
function* parameters(
  sources: Sources,
  { path, parameters, operations }: PathExamples,
  report: Report,
): Generator<Finding> {
  const answered = new Set(operations.flatMap(idsOf));
  for (const example of parameters)
    if (answered.size > 0 && !answered.has(String(example.value)))
      yield report(example, [], "example-id", `no example of ${path} answers the id ${example.value}`);
  const shown = new Set(parameters.map(({ value }) => String(value)));
  for (const { name, site, ...operation } of operations) {
    const ids = idsOf({ name, site, ...operation });
    if (parameters.length === 0 || ids.length === 0 || ids.some((id) => shown.has(id))) continue;
    const message = `no example of ${name} answers an id that the path parameter shows`;
    yield { file: site.file, line: lineOf(sources, site), code: "example-id", message };
  }
}

const idsOf = ({ answers }: OperationExamples) => answers.flatMap(resourcesOf).map(({ id }) => id);

function* strings(value: unknown, steps: Steps): Generator<{ text: string; steps: Steps }> {
  if (typeof value === "string") yield { text: value, steps };
  else if (typeof value === "object" && value !== null)
    for (const [key, child] of Object.entries(value)) yield* strings(child, [...steps, key]);
}

const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
