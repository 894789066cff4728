import type { ContractModel } from "../document/contract-model.js";
import type { Locate } from "../findings/finding-collector.js";
import type { Router } from "../match/router.js";
import type { ResolvedOptions } from "../options.js";
import type { SchemaViews } from "../schema/drift/schema-view.js";
import type { Validators } from "../schema/validator.js";

/** What every check needs. Created once per contract. */
export interface CheckContext {
  readonly model: ContractModel;
  readonly route: Router;
  readonly validators: Validators;
  readonly views: SchemaViews;
  readonly locate: Locate;
  readonly options: ResolvedOptions;
}
