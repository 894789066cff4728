import type { ExchangeReport, PlanOperation } from "@ittybit/contract";
import type { CoverageReport } from "./coverage-kind.js";
import { Ledger, Seen } from "./coverage-map.js";
import { OpenCover } from "./remaining-coverage.js";
import { coverSchema, type Fits, type SchemaCover } from "./schema-coverage.js";
import type { Plan } from "./schema-nodes.js";

interface MediaCover {
  readonly seen: Seen;
  readonly schema: SchemaCover | null;
  /** By host, what it has not shown yet. */
  readonly open: Map<string, OpenCover>;
}

interface MessageCover {
  readonly seen: Seen;
  /** By media type as documented. */
  readonly media: ReadonlyMap<string, MediaCover>;
  readonly headers: ReadonlyMap<string, Seen>;
}

interface OperationCover {
  readonly seen: Seen;
  /** By place, then by name. */
  readonly parameters: Readonly<Record<ParameterPlace, ReadonlyMap<string, Seen>>>;
  readonly request: MessageCover | null;
  /** By status as documented. */
  readonly responses: ReadonlyMap<string, MessageCover>;
}

/** Notes which parts of a contract traffic has exercised. */
export class Coverage {
  readonly #ledger = new Ledger();
  readonly #operations: ReadonlyMap<string, OperationCover>;
  readonly #fits: Fits;

  /** @param plan null: only what other reports say */
  constructor(plan: Plan | null, fits: Fits) {
    this.#fits = fits;
    const operations = plan === null ? [] : plan.operations;
    this.#operations = new Map(
      operations.map((operation) => [operation.operationId, this.#enter(plan as Plan, operation)]),
    );
  }

  /** @param host where the traffic went */
  observe({ operationId, request, response }: ExchangeReport, host: string): void {
    const cover = operationId === null ? undefined : this.#operations.get(operationId);
    if (cover === undefined) return;
    cover.seen.add(host);
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
    this.#ledger.add(coverage);
  }

  report(): CoverageReport {
    return this.#ledger.report();
  }

  #mark({ seen, media }: MessageCover, body: ExchangeReport["request"]["body"], host: string): void {
    seen.add(host);
    const found = body.mediaType === null ? undefined : findMedia(media, body.mediaType);
    found?.seen.add(host);
    if (found?.schema && body.value !== undefined) openOn(host, found)?.mark(body.value, host, this.#fits);
  }

  #enter(plan: Plan, operation: PlanOperation): OperationCover {
    const { operationId: id, parameters, body, responses } = operation;
    const ledger = this.#ledger;
    return {
      seen: ledger.entry("operations", id),
      parameters: byPlace((place) => {
        const own = parameters.filter((parameter) => parameter.in === place);
        return new Map(own.map(({ name }) => [name, ledger.entry("parameters", `${id} ${place} ${name}`)]));
      }),
      request:
        body === null ? null : this.#message(plan, `${id} request`, { ...body, headers: [] }, new Seen()),
      responses: new Map(
        responses.map((response) => {
          const name = `${id} ${response.status}`;
          return [response.status, this.#message(plan, name, response, ledger.entry("statuses", name))];
        }),
      ),
    };
  }

  #message(
    plan: Plan,
    name: string,
    { media, headers }: Pick<PlanOperation["responses"][number], "media" | "headers">,
    seen: Seen,
  ): MessageCover {
    const ledger = this.#ledger;
    const schemaOf = (key: string | null) =>
      key === null ? null : coverSchema(ledger, plan, name, key, this.#fits);
    return {
      seen,
      media: new Map(
        media.map(({ type, schema }) => {
          const seen = ledger.entry("mediaTypes", `${name} ${type}`);
          return [type, { seen, schema: schemaOf(schema), open: new Map() }];
        }),
      ),
      headers: new Map(
        headers.map((header) => [header.name, ledger.entry("headers", `${name} ${header.name}`)]),
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
const mostHosts = 50;

/** What a host has not shown yet of a schema; null when it has shown all. */
function openOn(host: string, { schema, open }: MediaCover): OpenCover | null {
  const known = open.get(host);
  if (known) return known.isDone ? null : known;
  if (schema === null) return null;
  if (open.size >= mostHosts) open.clear();
  const fresh = new OpenCover(schema);
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
