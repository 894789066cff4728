import type { Contract, PlanOperation } from "@ittybit/contract";
import { type Alternatives, createAlternatives } from "./alternatives.js";
import { type Catalogue, createCatalogue } from "./catalogue.js";
import type { Source } from "./document.js";
import { createInventor, type Inventor } from "./dynamic.js";
import { createEnvelope, type Envelope } from "./envelope.js";
import { type Hosts, hostsOf } from "./host.js";
import { Memory } from "./memory.js";
import type { ResolvedOptions } from "./options.js";
import { collectItems, type Items } from "./resource.js";

/** All that answers are made with, made once for a document. */
export interface Kitchen {
  readonly contract: Contract;
  /** The same contract, each host serving everything: tells where a misdirected request belongs. */
  readonly anywhere: Contract;
  readonly hosts: Hosts;
  readonly catalogue: Catalogue;
  readonly envelope: Envelope;
  readonly alternatives: Alternatives;
  readonly items: Items;
  readonly invent: Inventor;
  readonly options: ResolvedOptions;
  /** How often `503-then-ok` was asked for, by method and URL. */
  readonly attempts: Map<string, number>;
  readonly memory: Memory;
  /** Names of all headers that the document's answers carry. */
  readonly documentedHeaders: readonly string[];
}

/** Prepares a document. Hosts that the contract does not know reach every operation. */
export function createKitchen({ document, contract }: Source, options: ResolvedOptions): Kitchen {
  const hosts = hostsOf(document);
  const open = { "*": "*", ...Object.fromEntries([...hosts.values()].map((host) => [host, "*"])) };
  const anywhere = contract.with({ hosts: open });
  const catalogue = createCatalogue(document, contract.operations);
  return {
    contract: options.lenientHosts ? anywhere : contract.with({ hosts: { "*": "*" } }),
    anywhere,
    hosts,
    catalogue,
    envelope: createEnvelope(contract.operations.flatMap(catalogue)),
    alternatives: createAlternatives(document),
    items: collectItems(contract.operations, catalogue),
    invent: createInventor(document),
    options,
    attempts: new Map(),
    memory: new Memory(),
    documentedHeaders: [...new Set(contract.operations.flatMap(headerNames))],
  };
}

function headerNames({ responses }: PlanOperation): string[] {
  return responses.flatMap(({ headers }) => headers.map(({ name }) => name));
}
