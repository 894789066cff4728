/** A word that this project does not use, and what it writes instead. */
export interface UnusedWord {
  /** A word in lower case, or words with single spaces between them. */
  readonly word: string;
  readonly instead: string;
  /**
   * `anywhere`: in prose, in comments and as a part of a name, with the endings of its inflection. `names`: as the whole
   * name of a file or of a declaration at the top of a module, because the word has other meanings that are fine.
   */
  readonly where: "anywhere" | "names";
  /** Folder in which the word is checked. @default the whole repository */
  readonly folder?: string;
}

/** The vocabulary of OpenAPI and HTTP in place of our own: one word for one thing. */
export const UNUSED_WORDS: readonly UnusedWord[] = [
  { word: "answer", instead: "response, or return", where: "anywhere" },
  { word: "mend", instead: "fix", where: "anywhere" },
  { word: "judge", instead: "check, or validate", where: "anywhere" },
  { word: "breach", instead: "violation", where: "anywhere" },
  { word: "anew", instead: "again", where: "anywhere" },
  { word: "alike", instead: "the same", where: "anywhere" },
  { word: "by itself", instead: "automatically, or on its own", where: "anywhere" },
  { word: "one and the same", instead: "the same", where: "anywhere" },
  { word: "situation", instead: "scenario", where: "anywhere" },
  { word: "workshop", instead: "sandbox", where: "anywhere" },
  { word: "shelf", instead: "fixtures", where: "anywhere" },
  { word: "nasty", instead: "edge cases", where: "anywhere" },
  { word: "batteries", instead: "conformance", where: "anywhere" },
  { word: "kitchen", instead: "mock context", where: "anywhere" },
  { word: "front door", instead: "request handler", where: "anywhere" },
  { word: "inventor", instead: "response generator", where: "anywhere" },
  { word: "catalogue", instead: "documented responses", where: "anywhere" },
  { word: "refusal", instead: "problem", where: "anywhere", folder: "packages/mock" },
  { word: "tally", instead: "report builder", where: "anywhere" },
  { word: "ledger", instead: "coverage map", where: "anywhere" },
  { word: "surroundings", instead: "CLI context", where: "anywhere" },
  { word: "cutter", instead: "splitter", where: "anywhere" },
  { word: "examiner", instead: "live checker", where: "anywhere" },
  { word: "examination", instead: "worker checker", where: "anywhere" },
  { word: "witness", instead: "tap", where: "anywhere" },
  { word: "excuse", instead: "error response", where: "anywhere" },
  { word: "piecewise", instead: "body queue", where: "anywhere" },
  ...names("mock context", "house"),
  ...names("response cache", "memory"),
  ...names("generator options", "order", "packages/mock"),
  ...names("select response", "choice"),
  ...names("render response", "preparation"),
  ...names("echo", "sent", "packages/mock"),
  ...names("history", "record", "packages/mock"),
  ...names("schema view", "spot"),
  ...names("maybe-promise", "soon"),
  ...names("then", "after", "packages/contract"),
  ...names("report, or finding location", "tell"),
  ...names("report, or finding location", "told"),
  ...names("category", "sort", "packages/contract"),
  ...names("assert-terminates", "endless"),
  ...names("read-write-only", "exempt"),
  ...names("split-conditions", "isolate"),
  ...names("inferred-reason", "cover", "packages/contract"),
  ...names("CLI context", "world"),
  ...names("thresholds", "demands"),
  ...names("record", "piece"),
  ...names("windowed", "parted"),
  ...names("deduplicating checker", "once-checker"),
  ...names("hits", "seen", "packages/qa/src/coverage"),
  ...names("intercept fetch", "carry"),
  ...names("counting checker", "account"),
  ...names("test recorder", "watch", "packages/qa"),
  ...names("forward", "passage"),
  ...names("batch", "packet"),
  ...names("upstream error", "trouble"),
  ...names("pipelining", "turns", "packages/qa"),
  ...names("enforce", "held-answer"),
  ...names("hop-by-hop", "end-to-end"),
  ...names("retry loop", "exchange", "packages/client"),
  ...names("guards", "known", "packages/client"),
  ...names("fs", "disk"),
  ...names("runner", "stage"),
  ...names("run", "play"),
  ...names("cleanup", "tidy"),
];

/** Where a word of the list is right. Paths are the beginnings of file names, from the root of the repository. */
export const ALLOWED_WORDS: readonly { word: string; path: string; reason: string }[] = [
  { word: "*", path: "scripts/lint/word-list.ts", reason: "the list itself" },
  { word: "*", path: "test/lint/words.test.ts", reason: "tests of the list" },
  { word: "breach", path: "CHANGELOG.md", reason: "the old name of a renamed export" },
  { word: "examiner", path: "CHANGELOG.md", reason: "the old name of a renamed export" },
];

function names(instead: string, word: string, folder?: string): UnusedWord[] {
  return [{ word, instead, where: "names", ...(folder === undefined ? {} : { folder }) }];
}
