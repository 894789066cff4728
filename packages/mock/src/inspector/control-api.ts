import type { Media } from "@ittybit/openapi/types";
import type { MockContext } from "../context.js";
import { parseDuration } from "../library/processing.js";
import { decodeSegment } from "../request/destination.js";
import { type ControlResult, done, rejected } from "./control-result.js";
import { controlScenario } from "./control-scenario.js";

/** Replaces everything with the seed, and sets back what all stores share: the clock and the scenario. */
export function resetMock({ library, files, clock, scenario, urlFetcher }: MockContext): void {
  urlFetcher.abort();
  clock.reset();
  scenario.reset();
  library?.reset();
  files.clear();
}

/** Every Media, up to date. */
export function mediaOf({ library }: MockContext): Media[] {
  library?.settle();
  return library?.all() ?? [];
}

/**
 * Carries out a control request below `/__mock`.
 *
 * @param path without `/__mock/`
 * @param body parsed JSON; undefined without a body
 */
export function control(context: MockContext, method: string, path: string, body: unknown): ControlResult {
  const [first = "", id = "", last = ""] = path.split("/").map(decodeSegment);
  switch (`${method} ${[first, id && "*", last].filter(Boolean).join("/")}`) {
    case "POST reset":
      resetMock(context);
      return done({ media: mediaOf(context).length });
    case "GET state":
      return done({ now: new Date(context.clock.now()).toISOString(), media: mediaOf(context) });
    case "POST clock":
      return advance(context, body);
    case "POST media/*/status":
      return setStatus(context, id, body);
    case "POST scenario":
    case "GET scenario":
    case "DELETE scenario":
    case "POST scenario/*":
    case "POST scenario/*/remove":
      return controlScenario(context, method, id, body);
    case "PUT snapshots/*":
      return saveSnapshot(context, id);
    case "GET snapshots/*":
      return exportSnapshot(context, id);
    case "POST snapshots/*/restore":
      return restoreSnapshot(context, id);
    default:
      return rejected(404, `There is no control ${method} /__mock/${path}. ${CONTROLS}`);
  }
}

const CONTROLS =
  "Known are POST reset, GET state, POST clock, POST media/{id}/status, GET, POST and DELETE scenario, " +
  "POST scenario/{name}, PUT and GET snapshots/{name}, and POST snapshots/{name}/restore.";

const STATUSES = ["uploading", "pending", "complete", "failed"] as const;

function advance(context: MockContext, body: unknown): ControlResult {
  const text = field(body, "advance");
  const ms = text === null ? null : parseDuration(text);
  if (ms === null) return rejected(422, 'Send {"advance": "10s"}: a time such as 500ms, 10s or 2m.');
  context.clock.advance(ms);
  return done({ now: new Date(context.clock.now()).toISOString() });
}

function setStatus({ library }: MockContext, id: string, body: unknown): ControlResult {
  const status = STATUSES.find((one) => one === field(body, "status"));
  if (status === undefined) return rejected(422, `Send {"status": "failed"}: one of ${STATUSES.join(", ")}.`);
  const result = library?.setStatus(id, status) ?? { kind: "not-found" };
  if (result.kind === "changed") return done(result.media);
  if (result.kind === "deleted") return rejected(409, `The media ${id} was deleted.`);
  return rejected(404, `There is no media with the id ${id}.`);
}

function saveSnapshot({ library, snapshots, kept }: MockContext, name: string): ControlResult {
  if (library === null) return rejected(404, "This mock keeps no state.");
  library.settle();
  const snapshot = library.snapshot();
  kept?.addSnapshot(name, snapshot);
  snapshots.set(name, snapshot);
  return done({ snapshot: name, media: snapshot.media.length });
}

function exportSnapshot({ snapshots }: MockContext, name: string): ControlResult {
  const snapshot = snapshots.get(name);
  return snapshot ? done(snapshot) : noSnapshot(name);
}

function restoreSnapshot({ library, snapshots }: MockContext, name: string): ControlResult {
  const snapshot = snapshots.get(name);
  if (snapshot === undefined || library === null) return noSnapshot(name);
  library.restore(snapshot);
  return done({ snapshot: name, media: snapshot.media.length });
}

function noSnapshot(name: string): ControlResult {
  return rejected(404, `There is no snapshot ${name}.`);
}

function field(body: unknown, name: string): string | null {
  const value = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : null;
  return typeof value === "string" ? value : null;
}
