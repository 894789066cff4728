import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import type { Report } from "@ittybit/qa";
import { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";
import { buildQa } from "../scripts/build-qa.js";
import { type Server, startPrismProxy, startServer } from "./mock-servers.js";

const script = (name: string) => fileURLToPath(new URL(`qa-proxy/${name}.mjs`, import.meta.url));

/** Proxies under measurement, all in front of the same upstream. */
export interface Proxies {
  readonly upstream: Server;
  readonly bare: Server;
  readonly ours: Server;
  readonly prism: Server;
  readonly redocly: Server;
  /** Ends all of them. What ours reports of the whole run. */
  close(): Promise<Report>;
}

/** Starts each as a person would. Ours is the built package. */
export async function startProxies(): Promise<Proxies> {
  const folder = await mkdtemp(join(tmpdir(), "bench-proxy-"));
  const report = join(folder, "report.json");
  await buildQa(join(folder, "dist"));
  const upstream = await startServer((port) => [script("upstream"), port, listResponse()]);
  const target = String(upstream.port);
  const bare = await startServer((port) => [script("bare"), port, target]);
  const ours = await startServer((port) => [
    ...[join(folder, "dist/bin.js"), "proxy", "--listen", port, "--server", `http://127.0.0.1:${target}`],
    ...["--report", `json=${report}`],
  ]);
  const prism = await startPrismProxy(upstream.port);
  const redocly = await startServer((port) => [
    ...["node_modules/@redocly/cli/bin/cli.js", "proxy", "--target", `http://127.0.0.1:${target}`],
    ...["--port", port, "--har", join(folder, "redocly.har"), "--api", "generated/openapi.yaml"],
    ...["--match-mode", "basepath"],
  ]);
  return {
    ...{ upstream, bare, ours, prism, redocly },
    async close() {
      await ours.close("SIGTERM");
      await Promise.all([upstream, bare, prism, redocly].map((server) => server.close()));
      const text = await readFile(report, "utf8");
      await rm(folder, { recursive: true });
      return JSON.parse(text);
    },
  };
}

function listResponse(): string {
  const found = documentedResponses(document).find(
    ({ operationId, response }) => operationId === "listMedia" && response.status === 200,
  );
  return Buffer.from(found?.response.body as Uint8Array).toString();
}
