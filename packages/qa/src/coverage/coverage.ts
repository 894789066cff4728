import type { ExchangeReport, Operation } from "@ittybit/contract";
import type { CoverageReport } from "./coverage-kind.js";
import { CoverageMap, Hits } from "./coverage-map.js";
import { RemainingCoverage } from "./remaining-coverage.js";
import { createSchemaCoverage, type MatchesSchema, type SchemaCoverage } from "./schema-coverage.js";
import type { Plan } from "./schema-nodes.js";

interface MediaTypeCoverage {
  readonly hits: Hits;
  readonly schema: SchemaCoverage | null;
  /** By host, what it has not shown yet. */
  readonly open: Map<string, RemainingCoverage>;
}

interface MessageCoverage {
  readonly hits: Hits;
  /** By media type as documented. */
  readonly media: ReadonlyMap<string, MediaTypeCoverage>;
  readonly headers: ReadonlyMap<string, Hits>;
}

interface OperationCoverage {
  readonly hits: Hits;
  /** By place, then by name. */
  readonly parameters: Readonly<Record<ParameterPlace, ReadonlyMap<string, Hits>>>;
  readonly request: MessageCoverage | null;
  /** By status as documented. */
  readonly responses: ReadonlyMap<string, MessageCoverage>;
}

/** Notes which parts of a contract traffic has exercised. */
export class Coverage {
  readonly #map = new CoverageMap();
  readonly #operations: ReadonlyMap<string, OperationCoverage>;
  readonly #matchesSchema: MatchesSchema;

  /** @param plan null: only what other reports say */
  constructor(plan: Plan | null, matchesSchema: MatchesSchema) {
    this.#matchesSchema = matchesSchema;
    const operations = plan === null ? [] : plan.operations;
    this.#operations = new Map(
      operations.map((operation) => [operation.operationId, this.#enter(plan as Plan, operation)]),
    );
  }

  /** @param host where the traffic went */
  observe({ operationId, request, response }: ExchangeReport, host: string): void {
    const cover = operationId === null ? undefined : this.#operations.get(operationId);
    if (cover === undefined) return;
    cover.hits.add(host);
    for (const place of places) {
      for (const name of Object.keys(request.parameters[place])) cover.parameters[place].get(name)?.add(host);
    }
    if (cover.request) this.#mark(cover.request, request.body, host);
    const answered = response.documented === null ? undefined : cover.responses.get(response.documented);
    if (answered === undefined) return;
    for (const name of Object.keys(response.headers)) answered.headers.get(name)?.add(host);
    this.#mark(answered, response.body, host);
  }

  add(coverage: CoverageReport): void {
    this.#map.add(coverage);
  }

  report(): CoverageReport {
    return this.#map.report();
  }

  #mark({ hits, media }: MessageCoverage, body: ExchangeReport["request"]["body"], host: string): void {
    hits.add(host);
    const found = body.mediaType === null ? undefined : findMedia(media, body.mediaType);
    found?.hits.add(host);
    if (found?.schema && body.value !== undefined)
      remainingOn(host, found)?.mark(body.value, host, this.#matchesSchema);
  }

  #enter(plan: Plan, operation: Operation): OperationCoverage {
    const { operationId: id, parameters, body, responses } = operation;
    const map = this.#map;
    return {
      hits: map.entry("operations", id),
      parameters: byPlace((place) => {
        const own = parameters.filter((parameter) => parameter.in === place);
        return new Map(own.map(({ name }) => [name, map.entry("parameters", `${id} ${place} ${name}`)]));
      }),
      request:
        body === null ? null : this.#message(plan, `${id} request`, { ...body, headers: [] }, new Hits()),
      responses: new Map(
        responses.map((response) => {
          const name = `${id} ${response.status}`;
          return [response.status, this.#message(plan, name, response, map.entry("statuses", name))];
        }),
      ),
    };
  }

  #message(
    plan: Plan,
    name: string,
    { media, headers }: Pick<Operation["responses"][number], "media" | "headers">,
    hits: Hits,
  ): MessageCoverage {
    const map = this.#map;
    const schemaOf = (key: string | null) =>
      key === null ? null : createSchemaCoverage(map, plan, name, key, this.#matchesSchema);
    return {
      hits,
      media: new Map(
        media.map(({ type, schema }) => {
          const hits = map.entry("mediaTypes", `${name} ${type}`);
          return [type, { hits, schema: schemaOf(schema), open: new Map() }];
        }),
      ),
      headers: new Map(
        headers.map((header) => [header.name, map.entry("headers", `${name} ${header.name}`)]),
      ),
    };
  }
}

const places = ["path", "query", "header", "cookie"] as const;
type ParameterPlace = (typeof places)[number];

function byPlace<Value>(make: (place: ParameterPlace) => Value): Record<ParameterPlace, Value> {
  return { path: make("path"), query: make("query"), header: make("header"), cookie: make("cookie") };
}

/** Hosts whose gaps are remembered; from more on all begin anew, which marks nothing wrong. */
const MAX_REMEMBERED_HOSTS = 50;

/** What a host has not shown yet of a schema; null when it has shown all. */
function remainingOn(host: string, { schema, open }: MediaTypeCoverage): RemainingCoverage | null {
  const known = open.get(host);
  if (known) return known.isDone ? null : known;
  if (schema === null) return null;
  if (open.size >= MAX_REMEMBERED_HOSTS) open.clear();
  const fresh = new RemainingCoverage(schema);
  open.set(host, fresh);
  return fresh;
}

/** The documented media type that a message had; parameters do not matter, and one alone may be a range. */
function findMedia<Cover>(media: ReadonlyMap<string, Cover>, mediaType: string): Cover | undefined {
  const known = media.get(mediaType);
  if (known) return known;
  const essence = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  return media.get(essence) ?? (media.size === 1 ? [...media.values()][0] : undefined);
}
