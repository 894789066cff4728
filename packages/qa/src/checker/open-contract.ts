import { createHash } from "node:crypto";
import type { Contract, ContractOptions } from "@ittybit/contract";
import type { MatchesSchema } from "../coverage/schema-coverage.js";
import type { Plan } from "../coverage/schema-nodes.js";
import type { ReportContract } from "../report/report.js";

/** An opened contract: how reports identify it, and what coverage is measured against. */
export interface OpenContract {
  readonly contract: Contract;
  readonly identity: ReportContract;
  readonly plan: Plan;
  readonly matchesSchema: MatchesSchema;
  /** What OpenAPI does not allow in the document, one line each. */
  readonly documentFaults: readonly string[];
  /** Reads the OpenAPI document, with its examples. */
  readonly readDocument: () => Promise<unknown>;
}

/** How to read a document. */
export interface DocumentSettings {
  /** Folders that references of the document may lead to, besides its own. @default [] */
  readonly allowRef?: readonly string[];
  /** Accept what OpenAPI does not allow, as far as the document can be used. @default false */
  readonly lenient?: boolean;
}

/**
 * Opens the contract to check traffic against.
 *
 * @param file path of an OpenAPI document; null for the Ittybit contract
 * @throws ContractError when the document cannot be used, or has no server for a mapped host
 */
export async function openContract(
  file: string | null,
  options: ContractOptions,
  settings: DocumentSettings = {},
): Promise<OpenContract> {
  const opened = await (file === null ? openIttybit(options) : openDocument(file, options, settings));
  await requireMappedHosts(opened, options.hosts ?? {});
  return opened;
}

async function openIttybit(options: ContractOptions): Promise<OpenContract> {
  const { default: ittybit } = await import("@ittybit/contract");
  const { model, validators } = await import("@ittybit/openapi/validators");
  const matchesSchema = orFalseWhenItThrows((key, value) => validators[key]?.(value) ?? false);
  const readDocument = async () => {
    const { default: document } = await import("@ittybit/openapi/openapi.json", { with: { type: "json" } });
    return document as unknown;
  };
  return identified(
    { contract: ittybit.with(options), plan: model as Plan, matchesSchema, documentFaults: [], readDocument },
    "ittybit",
  );
}

async function openDocument(
  file: string,
  options: ContractOptions,
  { allowRef = [], lenient = false }: DocumentSettings,
): Promise<OpenContract> {
  const { loadDocument } = await import("@ittybit/contract/load");
  const {
    createContractModel,
    createContractOf,
    createSchemaValidator,
    documentFaultLines,
    openApi31Document,
  } = await import("@ittybit/contract/create");
  const { document, locate } = await loadDocument(file, { allowRef });
  const plan = createContractModel(document, { locate, lenient });
  const contract = createContractOf(plan, { ...options, locate });
  return identified(
    {
      contract,
      plan: plan as unknown as Plan,
      matchesSchema: orFalseWhenItThrows(createSchemaValidator(plan)),
      documentFaults: documentFaultLines(contract.notices),
      readDocument: async () => openApi31Document(document),
    },
    file,
  );
}

/** Treats a value that a validator cannot handle as not matching; the check itself reports such values. */
function orFalseWhenItThrows(matchesSchema: NonNullable<MatchesSchema>): NonNullable<MatchesSchema> {
  return (key, value) => {
    try {
      return matchesSchema(key, value);
    } catch {
      return false;
    }
  };
}

function identified(opened: Omit<OpenContract, "identity">, name: string): OpenContract {
  const digest = createHash("sha256").update(JSON.stringify(opened.plan)).digest("hex").slice(0, 16);
  return { ...opened, identity: { name, digest } };
}

/** A host that is mapped to no server would make every exchange one of an unknown host. @throws ContractError */
async function requireMappedHosts(
  { contract }: OpenContract,
  hosts: NonNullable<ContractOptions["hosts"]>,
): Promise<void> {
  const named = Object.entries(hosts).filter(([, to]) => to !== "*");
  if (named.length === 0) return;
  const direct = contract.with({ hosts: {} });
  const isKnown = (host: string) =>
    ["https", "http"].some((scheme) => {
      const { outcome } = direct.match({ method: "GET", url: `${scheme}://${host}/` });
      return outcome !== "unknown-host" && outcome !== "malformed-url";
    });
  const unknown = named.find(([, to]) => !isKnown(to));
  if (unknown === undefined) return;
  const { ContractError } = await import("@ittybit/contract/load");
  const known = mappableHosts(contract.servers).join(", ");
  const problem = `${unknown[0]} is mapped to ${unknown[1]}, which is no host of the contract`;
  throw new ContractError(problem, { pointer: "/servers" }, `Map it to one of ${known}, or to * for all.`);
}

/** The hosts that another one can be mapped to, each variable with a value that the contract allows. */
export function mappableHosts(servers: Contract["servers"]): string[] {
  const hosts = servers.flatMap(
    ({ host, variables }) =>
      host?.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => variables[name]?.[0] ?? name) ?? [],
  );
  return [...new Set(hosts)];
}
