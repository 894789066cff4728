import { createHash } from "node:crypto";
import type { Contract, ContractOptions } from "@ittybit/contract";
import type { ReportContract } from "./report/report.js";

/** A contract, and how reports name it. */
export interface OpenContract {
  readonly contract: Contract;
  readonly identity: ReportContract;
}

/**
 * Opens the contract that traffic is held against.
 *
 * @param file an OpenAPI 3.1 document of one's own; null for the Ittybit contract
 * @throws ContractError when the document cannot be used
 */
export async function openContract(file: string | null, options: ContractOptions): Promise<OpenContract> {
  if (file !== null) {
    const { loadContract } = await import("@ittybit/contract/load");
    return identified(await loadContract(file, options), file);
  }
  const { default: ittybit } = await import("@ittybit/contract");
  return identified(ittybit.with(options), "ittybit");
}

function identified(contract: Contract, name: string): OpenContract {
  const digest = createHash("sha256").update(JSON.stringify(contract.operations)).digest("hex").slice(0, 16);
  return { contract, identity: { name, digest } };
}
