/** What one run of the tests finds around it. */
export interface Condition {
  readonly name: string;
  readonly about: string;
  /** What starts Node. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether as many processes as there are cores work beside it. */
  readonly isBusy: boolean;
  readonly hasEmptyHome: boolean;
}

/** Node's major versions that are supported. */
const NODE_VERSIONS = [20, 22, 24, 26] as const;

const plain = { command: ["node"], env: {}, isBusy: false, hasEmptyHome: false } as const;

/** The conditions, in the order in which they are run. */
export const CONDITIONS: readonly Condition[] = [
  { ...plain, name: "one-core", about: "on one core (taskset)", command: ["taskset", "-c", "0", "node"] },
  { ...plain, name: "busy", about: "while every core is busy with other work", isBusy: true },
  {
    ...plain,
    name: "locale",
    about: "in the easternmost time zone, and in Turkish, where i and I are different letters",
    env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  },
  { ...plain, name: "home", about: "with an empty home folder", hasEmptyHome: true },
  { ...plain, name: "again", about: "again in the same clone, with the files that earlier runs left" },
  ...NODE_VERSIONS.map((version) => ({
    ...plain,
    name: `node-${version}`,
    about: `on Node ${version} (installed by npx)`,
    command: ["npx", "-y", "-p", `node@${version}`, "node"],
  })),
];
