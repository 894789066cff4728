import { pathToFileURL } from "node:url";

/**
 * Imports TypeScript programs one after the other, in this one process, and writes a JSON line about each. Calls to
 * the hosts of the API go to the mock: `argv` is its URL, the hosts as JSON, then the files.
 */
const [target = "", hosts = "[]", ...files] = process.argv.slice(2);
const bases = JSON.parse(hosts) as string[];
const real = globalThis.fetch;
let calls: string[] = [];

globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const base = bases.find((each) => url.startsWith(`${each}/`));
  const moved = base === undefined ? url : target + url.slice(base.length);
  const response = await real(input instanceof Request ? new Request(moved, input) : moved, init);
  const method = init?.method ?? (input instanceof Request ? input.method : "GET");
  calls.push(`${method} ${base ?? ""}${new URL(moved).pathname} ${response.status}`);
  return response;
};

for (const file of files) {
  const printed: unknown[] = [];
  calls = [];
  console.log = (...values) => printed.push(values);
  const problem = await import(pathToFileURL(file).href).then(
    () => null,
    (error: Error) => `${error}`,
  );
  process.stdout.write(`${JSON.stringify({ file, problem, calls, lines: printed.length })}\n`);
}
