import type { Contract, Operation } from "@ittybit/contract";
import { createRedactor, type Redactor } from "@ittybit/contract/redaction";
import type { MediaSummary } from "@ittybit/openapi/types";
import { createDocumentedResponses, type DocumentedResponses } from "./document/documented-responses.js";
import { findIdenticalBranches, type IdenticalBranchesByPointer } from "./document/identical-branches.js";
import type { OpenApiDocument, Source } from "./document/open-document.js";
import type { UrlFetcher } from "./fetch-url/url-fetcher.js";
import type { FileStore, Files } from "./files/file-store.js";
import type { History } from "./inspector/history.js";
import type { KeptLibrary } from "./keep/kept-library.js";
import type { Clock } from "./library/clock.js";
import type { Library, LibrarySnapshot } from "./library/library.js";
import type { ResolvedOptions } from "./options.js";
import { type Alternatives, createAlternatives } from "./request/alternatives.js";
import { type Hosts, hostsOf } from "./request/destination.js";
import { realmOf } from "./response/challenge.js";
import { createGenerator, type GenerateResponse } from "./response/generate-response.js";
import { findLibraryOperations, type LibraryOperations } from "./response/library-operations.js";
import { createProblemEnvelope, type ProblemEnvelope } from "./response/problem-envelope.js";
import { collectListItems, type ListItems } from "./response/resource.js";
import type { ResponseCache } from "./response/response-cache.js";
import type { Scenario } from "./scenario/scenario.js";
import { type ScenarioTargets, scenarioTargets } from "./scenario/targets.js";

/** What handling a request needs of the document and of the whole mock. Created once per document. */
export interface SharedContext {
  readonly document: OpenApiDocument;
  readonly contract: Contract;
  /** The same contract with every operation on every host: it finds the right host of a misdirected request. */
  readonly anyHostContract: Contract;
  readonly hosts: Hosts;
  readonly documentedResponses: DocumentedResponses;
  readonly problemEnvelope: ProblemEnvelope;
  readonly alternatives: Alternatives;
  readonly identicalBranches: IdenticalBranchesByPointer;
  readonly listItems: ListItems;
  readonly generate: GenerateResponse;
  readonly options: ResolvedOptions;
  /** What operations do with the library; empty without state. */
  readonly libraryOperations: LibraryOperations;
  /** What the rules of a scenario can be for. */
  readonly targets: ScenarioTargets;
  /** Names of every header that the document declares on a response. */
  readonly documentedHeaders: readonly string[];
  /** The realm of every challenge, quoted. */
  readonly realm: string;
  /** Removes secrets from what is logged. */
  readonly redactor: Redactor;
  /** The media of a seed file; null without one. */
  readonly seedMedia: readonly MediaSummary[] | null;
  /** Kept when the document is read again. */
  readonly history: History;
  /** The time of every library. */
  readonly clock: Clock;
  /** Fetches the files of media that are created from a URL. */
  readonly urlFetcher: UrlFetcher;
  /** The rules that are in force. */
  readonly scenario: Scenario;
  /** The files that were uploaded. */
  readonly fileStore: FileStore;
}

/** What requests create and change: once for all callers, or once per API key. */
interface Store {
  /** Name of the store of one API key; null if there is one store for all. */
  readonly store: string | null;
  /** Names of every store in use; empty if there is one store for all. */
  readonly stores: () => readonly string[];
  /** Method and URL of calls whose last response was the 503 of `fault=503-then-ok`. */
  readonly failedOnce: Set<string>;
  readonly responseCache: ResponseCache;
  /** The media that calls create, change and delete; null if the document has no media, or without state. */
  readonly library: Library | null;
  /** The files that were uploaded to it. */
  readonly files: Files;
  /** Saved states of the library by name. */
  readonly snapshots: Map<string, LibrarySnapshot>;
  /** Where the library is kept after this process; null if it is not. */
  readonly kept: KeptLibrary | null;
}

/** What handling a request needs. */
export interface MockContext extends SharedContext, Store {}

/** What a mock keeps when its document is read again. */
type Lasting = Pick<SharedContext, "history" | "fileStore" | "clock" | "scenario" | "urlFetcher">;

/** Largest body that is read into memory, in bytes: any but a file. A larger one gets a 413. */
const MAX_BODY_BYTES = 256e6;

/** Prepares a document. A host that is not in the contract reaches every operation. */
export function createSharedContext(
  { document, contract }: Source,
  options: ResolvedOptions,
  lasting: Lasting,
  seedMedia: readonly MediaSummary[] | null,
): SharedContext {
  const hosts = hostsOf(document);
  const everyHost = { "*": "*", ...Object.fromEntries([...hosts.values()].map((host) => [host, "*"])) };
  const maxBodyBytes = Math.min(options.maxUpload, MAX_BODY_BYTES);
  const anyHostContract = contract.with({ hosts: everyHost, maxBodyBytes });
  const documentedResponses = createDocumentedResponses(document, contract.operations);
  const mediaOperations = findLibraryOperations(contract.operations, documentedResponses);
  const libraryOperations: LibraryOperations = options.stateless ? new Map() : mediaOperations;
  return {
    ...lasting,
    document,
    contract: options.lenientHosts ? anyHostContract : contract.with({ hosts: { "*": "*" }, maxBodyBytes }),
    anyHostContract,
    hosts,
    documentedResponses,
    problemEnvelope: createProblemEnvelope(document),
    alternatives: createAlternatives(document),
    identicalBranches: findIdenticalBranches(document),
    listItems: collectListItems(contract.operations, documentedResponses),
    generate: createGenerator(document),
    options,
    libraryOperations,
    targets: scenarioTargets({
      operations: contract.operations,
      documentedResponses,
      mediaOperations,
      hasLibrary: libraryOperations.size > 0,
    }),
    realm: realmOf(document),
    redactor: createRedactor({ vocabulary: contract.vocabulary }),
    documentedHeaders: [...new Set(contract.operations.flatMap(headerNames))],
    seedMedia,
  };
}

function headerNames({ responses }: Operation): string[] {
  return responses.flatMap(({ headers }) => headers.map(({ name }) => name));
}
