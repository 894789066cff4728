/** How one step of the lint ended. `lines` are ready to print; `reason` is one line. */
export type Outcome =
  | { readonly kind: "clean" }
  | { readonly kind: "findings"; readonly lines: readonly string[] }
  | { readonly kind: "could-not-run"; readonly reason: string }
  /** Nothing was checked, and nothing had to be. */
  | { readonly kind: "skipped"; readonly reason: string };
