import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  DEFAULT_HOST,
  DEFAULT_MAX_STORAGE,
  DEFAULT_PORT,
  DEFAULT_PROCESSING,
  DEFAULT_SEED,
  DEFAULT_WATCHED_SPEC,
} from "../default-options.js";
import type { MockOptions } from "../options.js";
import { isScenarioName, SCENARIOS, type ScenarioName } from "../scenario/named-scenarios.js";

/** The command line of `ittybit-mock`, with every default applied. */
export interface Flags {
  readonly port: number;
  readonly uploadsPort: number | null;
  readonly host: string;
  readonly apiKey: string | null;
  readonly lenientHosts: boolean;
  readonly validateRequest: boolean;
  /** In bytes; null for no limit. */
  readonly maxUpload: number | null;
  /** In milliseconds. */
  readonly latency: readonly [min: number, max: number];
  readonly stateless: boolean;
  readonly processing: string;
  readonly seed: NonNullable<MockOptions["seed"]>;
  readonly deterministic: boolean;
  /** In bytes. */
  readonly maxStorage: number;
  /** A folder. */
  readonly keep: string | null;
  readonly statePerKey: boolean;
  readonly fetchUrls: boolean;
  readonly allowPrivateUrls: boolean;
  readonly scenario: ScenarioName | URL | null;
  readonly json: boolean;
  readonly spec: string | null;
  readonly allowRef: readonly string[];
  readonly watch: boolean;
}

export type FlagsResult =
  | { readonly kind: "flags"; readonly flags: Flags }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** Lines of at most 80 columns, so that they fit any terminal. */
export const HELP = `Usage: ittybit-mock [options] [document]

Mocks the Ittybit API with a small media library, seeded with the examples of
the contract. Both hosts are served on one port.

  -p, --port <number>      Port to listen on; 0 for a free one (default ${DEFAULT_PORT})
  --uploads-port <number>  Serve the uploads host on a separate port
  -h, --host <address>     Address to bind (default ${DEFAULT_HOST})
  --api-key <key>          Accept only this API key (default: any key except
                           unknown)
  --lenient-hosts          Serve every operation on every host
  --no-validate-request    Respond to invalid requests with an example
  --max-upload <size>      Reject larger bodies with 413: 500KB, 100MB, 2GB
                           (default: no limit)
  --latency <ms>           Wait before each response: 300, or 200..800 for a
                           random time
  --stateless              Keep nothing: respond with the examples only
  --seed <what>            Start with examples, empty, a number of media, or
                           those of a JSON or YAML file (default ${DEFAULT_SEED})
  --processing <when>      Complete new media: immediate, 5s, reads=3 or manual
                           (default ${DEFAULT_PROCESSING})
  --deterministic          Create the same ids and times every time
  --scenario <what>        Start with a scenario: its name, or a JSON or YAML
                           file of rules
  --fetch-urls             Fetch the files of media that are created from a URL,
                           from public addresses only
  --allow-private-urls     Also fetch from private addresses
  --keep <folder>          Keep the library and its files across restarts
  --state-per-key          Give each API key its own library
  --max-storage <size>     Evict the oldest uploads past this size (default 2GB)
  --json                   Log one JSON object per line
  --spec <file>            Mock another OpenAPI 3.0 or 3.1 document, which can
                           also be given without a flag
  --allow-ref <folder>     Also allow references to files in this folder; can be
                           repeated
  --watch                  Reload the document when it changes
                           (default document: ${DEFAULT_WATCHED_SPEC})
  --help                   Print this help

To select a response, send Prefer: code=404, example=<name>, dynamic=true,
seed=<text>, delay=<ms> or fault=<name>. Open /__mock in a browser to
see the operations, their examples and the last requests.`;

const OPTIONS = {
  port: { type: "string", short: "p" },
  "uploads-port": { type: "string" },
  host: { type: "string", short: "h" },
  "api-key": { type: "string" },
  "lenient-hosts": { type: "boolean" },
  "no-validate-request": { type: "boolean" },
  "max-upload": { type: "string" },
  latency: { type: "string" },
  stateless: { type: "boolean" },
  seed: { type: "string" },
  processing: { type: "string" },
  deterministic: { type: "boolean" },
  "max-storage": { type: "string" },
  scenario: { type: "string" },
  "fetch-urls": { type: "boolean" },
  "allow-private-urls": { type: "boolean" },
  keep: { type: "string" },
  "state-per-key": { type: "boolean" },
  json: { type: "boolean" },
  spec: { type: "string" },
  "allow-ref": { type: "string", multiple: true },
  watch: { type: "boolean" },
  help: { type: "boolean" },
  // Prism's; refused in words
  dynamic: { type: "boolean", short: "d" },
} as const;

/** Parses the command line. A mistake is one sentence that says what to write instead. */
export function parseFlags(args: readonly string[]): FlagsResult {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [document, ...others] = positionals;
    if (document === "")
      return { kind: "mistake", message: "The document is empty: give a file, or leave it out." };
    if (others.length > 0 || (document !== undefined && values.spec !== undefined))
      return { kind: "mistake", message: "Give one document only." };
    if (values.help) return { kind: "help" };
    if (values.dynamic)
      return { kind: "mistake", message: "There is no --dynamic: send Prefer: dynamic=true with a request." };
    const empty = Object.entries(values).find(([, value]) => [value].flat().includes(""));
    if (empty) return { kind: "mistake", message: `--${empty[0]} is empty: give a value, or leave it out.` };
    return {
      kind: "flags",
      flags: toFlags({ ...values, ...(document !== undefined && { spec: document }) }),
    };
  } catch (error) {
    const message = (error as Error).message.replace(/\.? To specify.*|\.$/s, "");
    return { kind: "mistake", message: `${message}.` };
  }
}

function toFlags(values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"]): Flags {
  const uploadsPort = values["uploads-port"];
  return {
    port: values.port === undefined ? DEFAULT_PORT : parsePort("port", values.port),
    uploadsPort: uploadsPort === undefined ? null : parsePort("uploads-port", uploadsPort),
    host: values.host ?? DEFAULT_HOST,
    apiKey: values["api-key"] ?? null,
    lenientHosts: values["lenient-hosts"] ?? false,
    validateRequest: !values["no-validate-request"],
    maxUpload: parseSize("max-upload", values["max-upload"]),
    latency: parseLatency(values.latency ?? "0"),
    stateless: values.stateless ?? false,
    processing: values.processing ?? DEFAULT_PROCESSING,
    seed: parseSeed(values.seed ?? DEFAULT_SEED),
    deterministic: values.deterministic ?? false,
    maxStorage: parseSize("max-storage", values["max-storage"]) ?? DEFAULT_MAX_STORAGE,
    scenario: values.scenario === undefined ? null : parseScenario(values.scenario),
    fetchUrls: values["fetch-urls"] ?? false,
    allowPrivateUrls: values["allow-private-urls"] ?? false,
    keep: values.keep ?? null,
    statePerKey: values["state-per-key"] ?? false,
    json: values.json ?? false,
    spec: values.spec === undefined ? (values.watch ? DEFAULT_WATCHED_SPEC : null) : parseSpec(values.spec),
    allowRef: values["allow-ref"] ?? [],
    watch: values.watch ?? false,
  };
}

function parseSpec(text: string): string {
  if (!/^https?:/i.test(text)) return text;
  throw new Error(`${text} is not fetched: download the document, and give its file`);
}

function parsePort(flag: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`--${flag} ${text} is not a port: give a number from 0 to 65535`);
}

const BYTES_PER_UNIT: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9 };

function parseSize(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([KMG]?B)?$/i.exec(text) ?? [];
  const factor = BYTES_PER_UNIT[unit.toUpperCase()];
  if (number === "" || factor === undefined)
    throw new Error(`--${flag} ${text} is not a size: give one such as 500KB, 100MB or 2GB`);
  return Math.round(Number(number) * factor);
}

function parseSeed(text: string): Flags["seed"] {
  if (text === "examples" || text === "empty") return text;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (/\.(?:json|ya?ml)$/i.test(text)) return pathToFileURL(text);
  throw new Error(
    `--seed ${text} is not a seed: give examples, empty, a number of media, or a JSON or YAML file`,
  );
}

function parseScenario(text: string): ScenarioName | URL {
  if (isScenarioName(text)) return text;
  if (/\.(?:json|ya?ml)$/i.test(text)) return pathToFileURL(text);
  const names = Object.keys(SCENARIOS).join(", ");
  throw new Error(`--scenario ${text} is not a scenario: give a JSON or YAML file, or one of ${names}`);
}

function parseLatency(text: string): [number, number] {
  const [, min, max = min] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (min !== undefined && Number(min) <= Number(max)) return [Number(min), Number(max)];
  throw new Error(`--latency ${text} is not a time in milliseconds: give one such as 300, or 200..800`);
}
