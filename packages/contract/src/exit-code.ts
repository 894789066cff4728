/** Exit code of a command that checks something: 0 conforms, 1 findings, 2 could not run or could not check everything. */
export type ExitCode = 0 | 1 | 2;

/**
 * The exit code of a run. Findings win: what a run found holds, even if the run was incomplete. A run that checked
 * nothing is incomplete.
 *
 * @example
 * ```ts
 * import { exitCode } from "@ittybit/contract";
 *
 * exitCode({ hasFailed: false, isComplete: true }); // 0
 * ```
 */
export function exitCode(run: { readonly hasFailed: boolean; readonly isComplete: boolean }): ExitCode {
  if (run.hasFailed) return 1;
  return run.isComplete ? 0 : 2;
}
