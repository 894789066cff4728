import { parseArgs } from "node:util";

/** What `ittybit-mock` was told on its command line. */
export interface Flags {
  readonly port: number;
  readonly uploadsPort: number | null;
  readonly host: string;
  readonly apiKey: string | null;
  readonly lenientHosts: boolean;
  /** In bytes; null for no limit. */
  readonly maxUpload: number | null;
  readonly latency: readonly [least: number, most: number];
  readonly json: boolean;
  readonly spec: string | null;
  readonly watch: boolean;
}

export type FlagsResult =
  | { readonly kind: "flags"; readonly flags: Flags }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

export const help = `Usage: ittybit-mock [options]

Answers as the Ittybit API would, both hosts on one port, from the contract's examples.

  --port <number>          port to listen on, 0 for a free one (default 4010)
  --uploads-port <number>  a port of its own for the uploads host; the other is then the API's alone
  --host <name>            address to bind (default 127.0.0.1)
  --api-key <key>          accept this key only (default: any)
  --lenient-hosts          let every host serve every operation
  --max-upload <size>      answer larger bodies with 413: 500KB, 100MB, 2GB (default: no limit)
  --latency <ms>           wait before each answer: 300, or 200..800 for a random time
  --json                   log one JSON object a line
  --spec <file>            answer from another OpenAPI 3.1 document
  --watch                  read the document again when it changes (default document: spec/openapi.yaml)
  --help                   show this

Prefer: code=404, example=<name>, dynamic=true, seed=<text>, delay=<ms> and fault=<name> choose the answer.
/__mock shows the operations, their examples and the last requests.`;

const options = {
  port: { type: "string" },
  "uploads-port": { type: "string" },
  host: { type: "string" },
  "api-key": { type: "string" },
  "lenient-hosts": { type: "boolean" },
  "max-upload": { type: "string" },
  latency: { type: "string" },
  json: { type: "boolean" },
  spec: { type: "string" },
  watch: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Reads the command line. A mistake is one sentence that says what to give instead. */
export function readFlags(args: readonly string[]): FlagsResult {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return { kind: "help" };
    return { kind: "flags", flags: flagsOf(values) };
  } catch (error) {
    const message = (error as Error).message.replace(/\.? To specify.*|\.$/s, "");
    return { kind: "mistake", message: `${message}.` };
  }
}

function flagsOf(values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"]): Flags {
  const uploadsPort = values["uploads-port"];
  return {
    port: readPort("port", values.port ?? "4010"),
    uploadsPort: uploadsPort === undefined ? null : readPort("uploads-port", uploadsPort),
    host: values.host ?? "127.0.0.1",
    apiKey: values["api-key"] ?? null,
    lenientHosts: values["lenient-hosts"] ?? false,
    maxUpload: values["max-upload"] === undefined ? null : readSize(values["max-upload"]),
    latency: readLatency(values.latency ?? "0"),
    json: values.json ?? false,
    spec: values.spec ?? (values.watch ? "spec/openapi.yaml" : null),
    watch: values.watch ?? false,
  };
}

function readPort(flag: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`--${flag} ${text} is not a port: give a number from 0 to 65535`);
}

const units: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9 };

function readSize(text: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([KMG]?B)?$/i.exec(text) ?? [];
  const factor = units[unit.toUpperCase()];
  if (number === "" || factor === undefined)
    throw new Error(`--max-upload ${text} is not a size: give one such as 500KB, 100MB or 2GB`);
  return Math.round(Number(number) * factor);
}

function readLatency(text: string): [number, number] {
  const [, least, most = least] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (least !== undefined && Number(least) <= Number(most)) return [Number(least), Number(most)];
  throw new Error(`--latency ${text} is not a time in milliseconds: give one such as 300, or 200..800`);
}
