import type { Router } from "./match/router.js";
import type { Plan } from "./plan.js";
import type { ResolvedOptions } from "./report/options.js";
import type { Locate } from "./report/recorder.js";
import type { Validators } from "./schema/judge.js";
import type { SpotMap } from "./schema/spot.js";

/** All that checking needs, made once for a contract. */
export interface Engine {
  readonly plan: Plan;
  readonly route: Router;
  readonly validators: Validators;
  readonly spots: SpotMap;
  readonly locate: Locate;
  readonly options: ResolvedOptions;
}
