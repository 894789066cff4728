import { model, patternEngine, sources, validators } from "@ittybit/openapi/validators";
import { assembleContract, type Contract } from "./contract.js";
import type { ContractModel } from "./document/contract-model.js";
import type { Validator } from "./schema/validator.js";
import { locateIn } from "./source/source-map.js";

/**
 * The contract of the Ittybit media API. Its validators were generated, so that nothing is compiled at run time.
 *
 * @example
 * ```ts
 * import contract from "@ittybit/contract";
 *
 * const request = { method: "GET", url: "https://api.ittybit.com/media/med_1" };
 * const body = new TextEncoder().encode("{}");
 * const headers = [["Content-Type", "application/json"]] as const;
 * const { findings } = await contract.checkResponse(request, { status: 200, headers, body });
 * ```
 */
export const ittybit: Contract = assembleContract(
  model as ContractModel,
  { validators: (key) => validators[key] as Validator, patternEngine },
  locateIn(sources),
  // an unknown parameter is a mistake of the caller: the contract closes requests
  { closedQuery: true },
);
