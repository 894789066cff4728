import { responseForStatus } from "@ittybit/contract";
import type { Media } from "@ittybit/openapi/types";
import type { MockContext } from "../context.js";
import type { Example } from "../document/documented-responses.js";
import { asNode } from "../document/node.js";
import { negotiate } from "../http/negotiate.js";
import type { Library } from "../library/library.js";
import type { MediaOrder } from "../library/media-index.js";
import { summaryOf } from "../library/media-lifecycle.js";
import type { ValidCall } from "../request/validate-request.js";
import type { LibraryOperation } from "./library-operations.js";
import { createPage, isListPage, type ListPage, limitAndPage } from "./list-page.js";
import { sentChanges, sentMedia } from "./requested-media.js";
import { isResource, type Resource } from "./resource.js";
import { type Selection, type SelectionFailure, selectResponse, successStatus } from "./select-response.js";

/** Carries out a valid call on the library, and selects the response that reports it. */
export function actOnLibrary(
  context: MockContext,
  library: Library,
  operation: LibraryOperation,
  call: ValidCall,
): Selection | SelectionFailure {
  if (operation.action === "below") {
    const [parameter, id] = firstPathParameter(call);
    return library.get(id) ? selectResponse(context, call) : notFound(parameter, id, "not-found");
  }
  const responses = context.documentedResponses(call.match.operation);
  const status = successStatus(responses);
  const response = responseForStatus(responses, status);
  const offered = (response?.contents ?? []).map((content) => content.mediaType);
  // before anything is changed: a caller that accepts no media type of the response must not change the library
  const mediaType = negotiate(call.accept, offered);
  const content = response?.contents.find((one) => one.mediaType === mediaType);
  if (response === undefined || mediaType === null || content === undefined) {
    return { kind: "not-acceptable", offered };
  }
  if (operation.action === "list") {
    const value = listMedia(library, operation.kind, content.examples, call);
    return { kind: "value", status, response, mediaType, value };
  }
  const result = act(context, library, { ...operation, action: operation.action }, call);
  if (result.kind === "media" && result.media.deleted !== null) context.files.remove(result.media.id);
  if (result.kind === "not-found") return result;
  const value = resourceValue(content.examples, withOrigin(result.media, originOf(call)));
  return { kind: "value", status, response, mediaType, value };
}

type NotFound = Extract<SelectionFailure, { kind: "not-found" }>;

type ActionResult = { readonly kind: "media"; readonly media: Media } | NotFound;

type ItemOperation = LibraryOperation & {
  readonly action: Exclude<LibraryOperation["action"], "list" | "below">;
};

function firstPathParameter({ report }: ValidCall): [name: string, value: string] {
  const [[name, value] = ["", ""]] = Object.entries(report.parameters.path);
  return [name, String(value)];
}

function act(
  context: MockContext,
  library: Library,
  { action, kind }: ItemOperation,
  call: ValidCall,
): ActionResult {
  const { store, options, urlFetcher } = context;
  const { report, upload, preference } = call;
  const [parameter, id] = firstPathParameter(call);
  switch (action) {
    case "create": {
      const { media, createFile, url } = sentMedia(report, kind, store, upload?.measures);
      const outcome = preference.processing ?? "complete";
      if (url !== null && options.fetchUrls) {
        const created = library.create(media, null, outcome);
        urlFetcher.start(context, { id: created.id, url, filename: media.filename, kind });
        return { kind: "media", media: created };
      }
      const createWithFile = (id: string) => {
        // before the Media is there, so that no Media is without its file
        if (url === null) upload?.keep(id);
        return createFile(id);
      };
      return { kind: "media", media: library.create(media, createWithFile, outcome) };
    }
    case "get": {
      const media = library.get(id);
      return media ? { kind: "media", media } : notFound(parameter, id, "not-found");
    }
    case "update": {
      const result = library.update(id, sentChanges(report));
      return result.kind === "changed"
        ? { kind: "media", media: result.media }
        : notFound(parameter, id, result.kind);
    }
    case "delete": {
      const result = library.delete(id);
      return result.kind === "changed"
        ? { kind: "media", media: result.media }
        : notFound(parameter, id, result.kind);
    }
    default:
      return action satisfies never;
  }
}

function notFound(parameter: string, id: string, why: "not-found" | "deleted"): NotFound {
  const message =
    why === "deleted" ? `The media ${id} was deleted.` : `There is no media with the ${parameter} ${id}.`;
  return { kind: "not-found", id, parameter, message };
}

/** A page of the library in the envelope of the documented example. The contract has checked the query. */
function listMedia(
  library: Library,
  kind: string | null,
  examples: readonly Example[],
  { report: { parameters }, preference }: ValidCall,
): ListPage | undefined {
  const { query } = parameters;
  const template = examples.map(({ value }) => value).find(isListPage);
  if (template === undefined) return undefined;
  if (preference.empty) return createPage(template, [], 0, query);
  const { limit, page } = limitAndPage(template, query);
  const order = { by: query.orderBy ?? "created", direction: query.order ?? "desc" } as MediaOrder;
  const { items, total } = library.list(kind, order, (page - 1) * limit, limit);
  return createPage(template, items.map(summaryOf), total, query);
}

/** The Media in the envelope of the documented example, whose links get its id. */
function resourceValue(examples: readonly Example[], media: Media): Resource | undefined {
  const template = examples.map(({ value }) => value).find(isResource);
  if (template === undefined) return undefined;
  const links = Object.entries(asNode(template.links)).map(([name, link]) => [
    name,
    typeof link === "string" ? link.replace(template.data.id, encodeURIComponent(media.id)) : link,
  ]);
  return { ...template, data: { ...media }, links: Object.fromEntries(links) };
}

/** Where files of the mock are served: the origin that the caller reached it at. */
function originOf({ destination }: ValidCall): string {
  return destination.origin ?? new URL(destination.url).origin;
}

/** Turns the paths of files into absolute URLs. */
function withOrigin(media: Media, origin: string): Media {
  const absolute = <Link extends string | null>(link: Link) =>
    (link?.startsWith("/") ? origin + link : link) as Link;
  const { preview, poster, playback } = media.urls;
  return {
    ...media,
    urls: { preview: absolute(preview), poster: absolute(poster), playback: absolute(playback) },
    sources: media.sources.map((source) => ({ ...source, src: absolute(source.src) })),
  };
}
