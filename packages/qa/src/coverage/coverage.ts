import type { ExchangeReport, Operation } from "@ittybit/contract";
import type { CoverageReport } from "./coverage-kind.js";
import { CoverageMap, Hits } from "./coverage-map.js";
import { RemainingCoverage } from "./remaining-coverage.js";
import {
  COVERAGE_LIMITS,
  createSchemaCoverage,
  type MatchesSchema,
  type SchemaCoverage,
} from "./schema-coverage.js";
import { SchemaGraph } from "./schema-graph.js";
import type { Plan } from "./schema-nodes.js";

interface MediaTypeCoverage {
  readonly hits: Hits;
  readonly schema: SchemaCoverage | null;
  /** What each host has not covered yet. */
  readonly open: Map<string, RemainingCoverage>;
}

interface MessageCoverage {
  readonly hits: Hits;
  /** By documented media type. */
  readonly media: ReadonlyMap<string, MediaTypeCoverage>;
  readonly headers: ReadonlyMap<string, Hits>;
}

interface OperationCoverage {
  readonly hits: Hits;
  /** By location, then by name. */
  readonly parameters: Readonly<Record<ParameterPlace, ReadonlyMap<string, Hits>>>;
  readonly request: MessageCoverage | null;
  /** By documented status. */
  readonly responses: ReadonlyMap<string, MessageCoverage>;
}

/** Records which parts of a contract the traffic covers. */
export class Coverage {
  readonly #map = new CoverageMap();
  readonly #operations: ReadonlyMap<string, OperationCoverage>;
  readonly #matchesSchema: MatchesSchema;

  /** @param plan null to only add up other reports */
  constructor(plan: Plan | null, matchesSchema: MatchesSchema) {
    this.#matchesSchema = matchesSchema;
    const { operations, schemas }: Pick<Plan, "operations" | "schemas"> = plan ?? {
      operations: [],
      schemas: {},
    };
    const graph = new SchemaGraph(schemas, COVERAGE_LIMITS.combinations);
    this.#operations = new Map(
      operations.map((operation) => [operation.operationId, this.#addOperation(graph, operation)]),
    );
  }

  /** @param host host of the request */
  observe({ operationId, request, response }: ExchangeReport, host: string): void {
    const operation = operationId === null ? undefined : this.#operations.get(operationId);
    if (operation === undefined) return;
    operation.hits.add(host);
    for (const place of places) {
      for (const name of Object.keys(request.parameters[place]))
        operation.parameters[place].get(name)?.add(host);
    }
    if (operation.request) this.#mark(operation.request, request.body, host);
    const covered = response.documented === null ? undefined : operation.responses.get(response.documented);
    if (covered === undefined) return;
    for (const name of Object.keys(response.headers)) covered.headers.get(name)?.add(host);
    this.#mark(covered, response.body, host);
  }

  /** @param truncated as another report lists them */
  add(coverage: CoverageReport, truncated: readonly string[] = []): void {
    this.#map.add(coverage);
    for (const name of truncated) this.#map.truncated.add(name);
  }

  report(): CoverageReport {
    return this.#map.report();
  }

  /** The bodies whose coverage stops at a limit, sorted: operation and status, or `request`. */
  truncated(): readonly string[] {
    return [...this.#map.truncated].sort();
  }

  #mark({ hits, media }: MessageCoverage, body: ExchangeReport["request"]["body"], host: string): void {
    hits.add(host);
    const found = body.mediaType === null ? undefined : findMedia(media, body.mediaType);
    found?.hits.add(host);
    if (found?.schema && body.value !== undefined)
      remainingOn(host, found)?.mark(body.value, host, this.#matchesSchema);
  }

  #addOperation(graph: SchemaGraph, operation: Operation): OperationCoverage {
    const { operationId: id, parameters, body, responses } = operation;
    const map = this.#map;
    return {
      hits: map.entry("operations", id),
      parameters: byPlace((place) => {
        const own = parameters.filter((parameter) => parameter.in === place);
        return new Map(own.map(({ name }) => [name, map.entry("parameters", `${id} ${place} ${name}`)]));
      }),
      request:
        body === null ? null : this.#addMessage(graph, `${id} request`, { ...body, headers: [] }, new Hits()),
      responses: new Map(
        responses.map((response) => {
          const name = `${id} ${response.status}`;
          return [response.status, this.#addMessage(graph, name, response, map.entry("statuses", name))];
        }),
      ),
    };
  }

  #addMessage(
    graph: SchemaGraph,
    name: string,
    { media, headers }: Pick<Operation["responses"][number], "media" | "headers">,
    hits: Hits,
  ): MessageCoverage {
    const map = this.#map;
    const hasBranches = this.#matchesSchema !== null;
    const schemaOf = (key: string | null) =>
      key === null ? null : createSchemaCoverage({ map, graph, name, key, hasBranches });
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

/** Hosts to remember gaps for. Beyond that number all are forgotten, which costs time but no coverage. */
const MAX_REMEMBERED_HOSTS = 50;

/** What a host has not covered yet of a schema; null if nothing is left. */
function remainingOn(host: string, { schema, open }: MediaTypeCoverage): RemainingCoverage | null {
  const known = open.get(host);
  if (known) return known.isDone ? null : known;
  if (schema === null) return null;
  if (open.size >= MAX_REMEMBERED_HOSTS) open.clear();
  const fresh = new RemainingCoverage(schema);
  open.set(host, fresh);
  return fresh;
}

/** The documented media type of a message, ignoring parameters. A single documented type may be a range. */
function findMedia<Cover>(media: ReadonlyMap<string, Cover>, mediaType: string): Cover | undefined {
  const known = media.get(mediaType);
  if (known) return known;
  const essence = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  return media.get(essence) ?? (media.size === 1 ? [...media.values()][0] : undefined);
}
