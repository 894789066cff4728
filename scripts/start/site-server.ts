import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A folder of static files that is being served. */
export interface Site {
  /** Base URL without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".yaml": "application/yaml",
};

/** Size below which compression saves nothing, in bytes: what one TCP segment holds. */
const MIN_COMPRESSED_BYTES = 1400;
const COMPRESSIBLE = /^text\/|json|svg|yaml/;

/** Longer than a build keeps the process busy: a connection that is closed just then resets the next request. */
const KEEP_ALIVE_MS = 60_000;

/** What a site consists of besides its folder. */
interface SiteOptions {
  /**
   * Where `/` goes, for a folder without an index.html of its own.
   *
   * @default "/"
   */
  readonly home?: string;
  /** Further folders by the path that they are served below, with a slash at both ends. */
  readonly folders?: Readonly<Record<string, string>>;
}

/**
 * Serves a folder on 127.0.0.1. A path that ends in a slash is its index.html, and one without a file its 404.html.
 *
 * @throws the server's own error, with its `code` (`EADDRINUSE` where the port is taken).
 */
export async function serveSite(
  folder: string,
  port: number,
  { home = "/", folders = {} }: SiteOptions = {},
): Promise<Site> {
  const mounts = Object.entries({ ...folders, "/": folder });
  const server = createServer(async ({ url = "/", headers }, response) => {
    const path = pathOf(url);
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const away = path === "/" && home !== "/";
    const [mount, source] = mounts.find(([mount]) => file.startsWith(mount)) as [string, string];
    const bytes = away ? null : await readFile(join(source, file.slice(mount.length))).catch(() => null);
    if (away) response.writeHead(302, { location: home }).end();
    else if (bytes === null) await notFound(response, folder);
    else send(response, mediaTypeOf(file), bytes, /\bgzip\b/.test(headers["accept-encoding"] ?? ""));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}

/** Sends a file. Compresses longer texts with gzip, as static hosts do. */
function send(response: ServerResponse, type: string, bytes: Buffer, accepted: boolean): void {
  const head = { "content-type": type, vary: "accept-encoding" };
  if (!accepted || bytes.length < MIN_COMPRESSED_BYTES || !COMPRESSIBLE.test(type))
    response.writeHead(200, head).end(bytes);
  else response.writeHead(200, { ...head, "content-encoding": "gzip" }).end(gzipSync(bytes));
}

/** Responds as static hosts do: with the page of the folder for missing ones, where it has one. */
async function notFound(response: ServerResponse, folder: string): Promise<void> {
  const page = await readFile(join(folder, "404.html")).catch(() => null);
  const type = page === null ? "text/plain" : mediaTypeOf("404.html");
  response.writeHead(404, { "content-type": type }).end(page ?? "Not found\n");
}

function mediaTypeOf(file: string): string {
  return mediaTypes[extname(file)] ?? "application/octet-stream";
}

/** The path without dot segments, so that nothing outside the folder can be named. */
function pathOf(target: string): string {
  try {
    const path = decodeURIComponent(new URL(target, "http://localhost").pathname);
    return path.split("/").includes("..") || path.includes("\0") ? "/.invalid" : path;
  } catch {
    return "/.invalid";
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
