import type { ConsoleForm } from "../../../scripts/docs/operation/console-form.js";
import type { PageRequest } from "./curl-request.js";

/** The request that a filled console describes. Fields left empty are not sent. */
export function consoleRequest(element: HTMLFormElement, form: ConsoleForm): PageRequest {
  const values = new FormData(element);
  const key = String(values.get("key") ?? "");
  const headers = new Headers(key === "" ? {} : { Authorization: `Bearer ${key}` });
  const url = new URL(String(values.get("base")).replace(/\/$/, ""));
  const body = form.encoding === "form" ? new URLSearchParams() : new FormData();
  let target = form.path;
  for (const { name, place, type } of form.fields) {
    const value = values.get(name);
    if (value === null || value === "" || (value instanceof File && value.size === 0)) continue;
    if (place === "path") target = target.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (place === "query") url.searchParams.set(name, String(value));
    else if (place === "header") headers.set(name, String(value));
    else if (type === "pairs") for (const [at, text] of pairsOf(value)) append(body, `${name}[${at}]`, text);
    else append(body, name, value);
  }
  url.pathname = url.pathname.replace(/\/$/, "") + target;
  return {
    url: url.href,
    init: { method: form.method, headers, ...(form.encoding === "none" ? {} : { body }) },
  };
}

function append(body: FormData | URLSearchParams, name: string, value: string | File): void {
  if (body instanceof FormData) body.append(name, value);
  else body.append(name, String(value));
}

/** The lines `key=value` of a text. */
const pairsOf = (text: FormDataEntryValue): [string, string][] =>
  String(text)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [key = "", ...rest] = line.split("=");
      return [key.trim(), rest.join("=").trim()];
    });

/** The request as a command for a POSIX shell. The key stays out of it. */
export function curlOf({ url, init }: PageRequest): string {
  const option = init.body instanceof FormData ? "form" : "data-urlencode";
  const headers = [...init.headers].map(([name, value]) =>
    name === "authorization"
      ? '--header "Authorization: Bearer $ITTYBIT_API_KEY"'
      : `--header ${quoted(`${name}: ${value}`)}`,
  );
  const fields = [...(init.body?.entries() ?? [])].map(([name, value]) =>
    value instanceof File
      ? `--form ${quoted(`${name}=@${value.name}`)}`
      : `--${option === "form" ? "form-string" : option} ${quoted(`${name}=${value}`)}`,
  );
  const first = `curl --request ${init.method} ${quoted(url)}`;
  return [first, ...headers, ...fields].join(" \\\n  ");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
