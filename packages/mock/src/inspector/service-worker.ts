import type { Hosts } from "../request/destination.js";

/**
 * A service worker for pages that call the hosts of the contract. It forwards those calls to the mock that serves this
 * script, with the host in `X-Forwarded-Host` and the scheme in `X-Forwarded-Proto`. A page of another origin loads it with `importScripts`.
 */
export function serviceWorkerScript(hosts: Hosts): string {
  return `"use strict";
const hosts = new Set(${JSON.stringify([...hosts.values()])});
const here = (self.ITTYBIT_MOCK || "").replace(/\\/$/, "");
if (!here) throw new Error("Set self.ITTYBIT_MOCK to the URL of the mock before importScripts.");
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (hosts.has(url.host)) event.respondWith(forward(event.request, url));
});
async function forward(request, { protocol, host, pathname, search }) {
  const headers = new Headers(request.headers);
  headers.set("X-Forwarded-Host", host);
  headers.set("X-Forwarded-Proto", protocol.slice(0, -1));
  const bare = request.method === "GET" || request.method === "HEAD";
  const body = bare ? undefined : await request.blob();
  return fetch(here + pathname + search, { method: request.method, headers, body, signal: request.signal });
}
`;
}
