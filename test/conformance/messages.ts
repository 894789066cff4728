import type { ExchangeResponse, Finding, HeaderPair } from "@ittybit/contract";

/** A finding in one line: `error type response body /data/id`. */
export function summarize(finding: Finding): string {
  const code = finding.code === "schema" ? finding.keyword : finding.code;
  const detail =
    finding.code === "multipart-malformed"
      ? `(${finding.problem})`
      : finding.code === "unchecked"
        ? `(${finding.reason})`
        : "";
  const name =
    finding.code === "property-undocumented" || (finding.code === "schema" && finding.property !== null)
      ? `"${finding.property}"`
      : "";
  return [finding.severity, code + detail, name, finding.at.in, finding.at.name, finding.at.pointer]
    .filter((word) => word !== null && word !== "")
    .join(" ");
}

/** Changes a copy of a JSON value. */
export type Change = (value: unknown) => void;

/** Puts a value at a pointer. */
export function set(pointer: string, value: unknown): Change {
  return (root) => {
    const { holder, key } = target(root, pointer);
    Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
  };
}

/** Takes away what stands at a pointer. */
export function drop(pointer: string): Change {
  return (root) => {
    const { holder, key } = target(root, pointer);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete (holder as Record<string, unknown>)[key];
  };
}

/** Several changes, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (value) => {
    for (const change of changes) change(value);
  };
}

export const same: Change = () => {};

export function changed(value: unknown, change: Change): unknown {
  const copy = structuredClone(value);
  change(copy);
  return copy;
}

function target(root: unknown, pointer: string): { holder: object; key: string } {
  const steps = pointer.split("/").slice(1);
  const key = steps.pop() as string;
  let holder = root as Record<string, never>;
  for (const step of steps) holder = holder[step] as never;
  return { holder, key };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A JSON response. */
export function jsonResponse(
  value: unknown,
  status = 200,
  headers: readonly HeaderPair[] = [],
): ExchangeResponse {
  return {
    status,
    headers: [["content-type", "application/json"], ...headers],
    body: bytes(JSON.stringify(value)),
  };
}

/** A multipart body: each part is its header lines, then its content. */
export function multipart(
  boundary: string,
  ...parts: readonly (readonly [headers: string, content: string])[]
): string {
  const written = parts.map(([headers, content]) => `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`);
  return `${written.join("")}--${boundary}--\r\n`;
}

/** Header lines of a plain field. */
export function field(name: string): string {
  return `Content-Disposition: form-data; name="${name}"`;
}

/** Header lines of a file. */
export function file(name: string, filename: string, type: string): string {
  return `${field(name)}; filename="${filename}"\r\nContent-Type: ${type}`;
}
