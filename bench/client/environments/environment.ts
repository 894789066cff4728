/** What an environment needs to run the cases. */
export interface Setup {
  /** A folder with the cases, in whose node_modules the client is installed. */
  readonly folder: string;
  /** URL of a mock. */
  readonly api: string;
  /** Absolute path of an image. */
  readonly path: string;
}

/** How each case ended: `yes`, `refused`, `none`, or why it failed. */
export type Results = Readonly<Record<string, string>>;

/** Something that an app runs in. */
export interface Environment {
  readonly name: string;
  /** Runs every case. Null where the environment cannot be had. */
  run(setup: Setup): Promise<Results | null>;
}

/** The modules that a page or a worker uses besides the client. */
export const PEERS = ["@tanstack/react-query", "openapi-fetch", "openapi-react-query", "react", "react-dom"];
