import type { ExchangeReport, PlanOperation } from "@ittybit/contract";
import type { CoverageReport } from "./coverage-kind.js";
import { Ledger, type Seen } from "./ledger.js";
import { coverSchema, type Fits, markValue, type SchemaCover } from "./schema-cover.js";
import type { Plan } from "./schema-nodes.js";

interface MessageCover {
  readonly seen: Seen;
  /** By media type as documented. */
  readonly media: ReadonlyMap<string, { readonly seen: Seen; readonly schema: SchemaCover | null }>;
  readonly headers: ReadonlyMap<string, Seen>;
}

interface OperationCover {
  readonly seen: Seen;
  /** By place and name. */
  readonly parameters: ReadonlyMap<string, Seen>;
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
    for (const [place, values] of Object.entries(request.parameters)) {
      for (const name of Object.keys(values)) cover.parameters.get(`${place} ${name}`)?.add(host);
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
    if (found?.schema && body.value !== undefined) markValue(found.schema, body.value, host, this.#fits);
  }

  #enter(plan: Plan, operation: PlanOperation): OperationCover {
    const { operationId: id, parameters, body, responses } = operation;
    const ledger = this.#ledger;
    return {
      seen: ledger.entry("operations", id),
      parameters: new Map(
        parameters.map(({ in: place, name }) => {
          return [`${place} ${name}`, ledger.entry("parameters", `${id} ${place} ${name}`)];
        }),
      ),
      request:
        body === null ? null : this.#message(plan, `${id} request`, { ...body, headers: [] }, new Set()),
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
          return [type, { seen: ledger.entry("mediaTypes", `${name} ${type}`), schema: schemaOf(schema) }];
        }),
      ),
      headers: new Map(
        headers.map((header) => [header.name, ledger.entry("headers", `${name} ${header.name}`)]),
      ),
    };
  }
}

/** The documented media type that a message had; parameters do not matter, and one alone may be a range. */
function findMedia<Cover>(media: ReadonlyMap<string, Cover>, mediaType: string): Cover | undefined {
  const essence = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  return media.get(essence) ?? (media.size === 1 ? [...media.values()][0] : undefined);
}
