/** A request that a page can send. */
export interface PageRequest {
  readonly url: string;
  readonly init: {
    readonly method: string;
    readonly headers: Headers;
    readonly body?: FormData | URLSearchParams;
  };
}

/** Stands for a file of the reader's, whose bytes a page does not have. */
const PLACEHOLDER = "placeholder of a media file";

/** What a sample says, and a page cannot do: pipes, redirections, substitutions and other variables than the key's. */
const SHELL = /[|;&<>`]|\$(?!ITTYBIT_API_KEY\b)/;

type Form = [name: string, value: string | File];

/**
 * Reads a block of shell code that is one curl command, as the samples of this site write it: options in full, values in
 * double quotes. Lines with `export` are left out.
 *
 * @param base URL that takes the place of the host
 *
 * @returns undefined for everything else
 */
export function readCurl(block: string, base: string): PageRequest | undefined {
  const lines = block.trim().replace(/^export .*\n/gm, "");
  const command = lines.replace(/\\\n\s*/g, "");
  if (!command.startsWith("curl ") || command.includes("\n") || SHELL.test(unquoted(command)))
    return undefined;
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const url = words.find((word) => /^https?:/.test(word));
  if (url === undefined) return undefined;
  const values = (option: string) => words.filter((_, index) => words[index - 1] === option);
  const headers = new Headers(values("--header").map((line) => headerOf(line)));
  const parts = [...values("--form").map(filePart), ...values("--form-string").map(pair)];
  const pairs = values("--data-urlencode").map(pair);
  const sent = parts.length + pairs.length > 0;
  const [method = sent ? "POST" : "GET"] = values("--request");
  const { pathname, search } = new URL(url);
  const body = parts.length > 0 ? formData(parts) : new URLSearchParams(pairs as [string, string][]);
  return { url: base + pathname + search, init: { method, headers, ...(sent ? { body } : {}) } };
}

const unquoted = (command: string): string =>
  command.replace(/"([^"]*)"/g, (_, text) => text.replace(/[|;&<>]/g, ""));

function headerOf(line: string): [string, string] {
  const [name = "", value = ""] = line.split(/:\s*(.*)/);
  return [name, value.replace("$ITTYBIT_API_KEY", "test")];
}

function pair(text: string): Form {
  const [name = "", value = ""] = text.split(/=(.*)/s);
  return [name, value];
}

/** `file=@harbour.mp4;type=video/mp4` */
function filePart(text: string): Form {
  const [, name = "", path = "", type = ""] = /^([^=]+)=@([^;]+)(?:;type=(.*))?$/.exec(text) ?? [];
  return [name, new File([PLACEHOLDER], path.slice(path.lastIndexOf("/") + 1), { type })];
}

function formData(parts: readonly Form[]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}
