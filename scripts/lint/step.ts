import type { Bundle } from "../generate/bundle/bundle-spec.js";
import type { Outcome } from "./outcome.js";
import type { Spec } from "./spec/check-spec.js";

/** What the steps of one run of the lint share. */
export interface LintContext {
  /** Absolute path of the repository, which holds the code and the rules. */
  readonly repository: string;
  /** Absolute path of the folder that holds spec/ and generated/. */
  readonly folder: string;
  readonly spec: Spec;
  /** Joins spec/ into one document, once for all steps. Rejects with a SpecError where that is not possible. */
  bundle(): Promise<Bundle>;
}

/** One check that `npm run lint` makes. */
export interface LintStep {
  /** What it checks, for `--help`: one line. */
  readonly about: string;
  /** Whether it checks the contract alone, so that it need not run again while that and the rules are the same. */
  readonly checksContract?: boolean;
  run(context: LintContext): Promise<Outcome>;
}
