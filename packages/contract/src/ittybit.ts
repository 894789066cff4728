import { model, patternEngine, sources, validators } from "@ittybit/openapi/validators";
import { assembleContract, type Contract } from "./contract.js";
import type { ContractModel } from "./document/contract-model.js";
import type { Validator } from "./schema/validator.js";
import { locateIn } from "./source/source-map.js";

/** The contract of the Ittybit media API, compiled when it was generated: no eval, nothing to compile. */
export const ittybit: Contract = assembleContract(
  model as ContractModel,
  { validators: (key) => validators[key] as Validator, patternEngine },
  locateIn(sources),
  {},
);
