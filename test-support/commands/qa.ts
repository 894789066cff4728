import { run } from "../../packages/qa/src/cli/run.js";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `ittybit-qa` in this process. `-` reads `stdin`; `signal` stops it as Ctrl-C does. */
export async function qa(
  args: readonly string[],
  stdin: string | Uint8Array = "",
  signal = new AbortController(),
): Promise<Ran> {
  let err = "";
  const ran = await runQuietly(args, signal.signal, (line) => (err += `${line}\n`), stdin);
  return { ...ran, err };
}

/** Runs `ittybit-qa` in this process, and hands on what it says on standard error as it says it. */
export async function runQuietly(
  args: readonly string[],
  signal: AbortSignal,
  err: (line: string) => void,
  stdin: string | Uint8Array = "",
): Promise<Omit<Ran, "err">> {
  let out = "";
  const code = await run({
    args,
    stdin: chunks(stdin),
    out: async (text) => {
      out += text;
      return true;
    },
    err,
    screen: null,
    hasColours: false,
    cores: 1,
    signal,
    today: "2026-01-05",
  });
  return { code, out };
}

/** Bytes as a pipe brings them, `size` at a time. */
export async function* chunks(text: string | Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
