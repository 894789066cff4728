import { patternEngine, plan, sources, validators } from "@ittybit/openapi/validators";
import { assemble, type Contract } from "./contract.js";
import type { Plan } from "./plan.js";
import type { Validator } from "./schema/judge.js";
import { locateIn } from "./source-map.js";

/** The contract of the Ittybit media API, compiled when it was generated: no eval, nothing to compile. */
export const ittybit: Contract = assemble(
  plan as Plan,
  { validators: (key) => validators[key] as Validator, patternEngine },
  locateIn(sources),
  {},
);
