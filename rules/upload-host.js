// @ts-check

/**
 * @typedef {{ url?: string }} Server
 * @typedef {{ servers?: Server[] }} HasServers
 * @typedef {HasServers & { paths?: Record<string, Record<string, HasServers | Server[]>> }} Document
 */

/** @param {Server} server */
const isUploads = (server) => /^https:\/\/uploads\./.test(server.url ?? "");

/**
 * @param {string} method
 * @param {string} path
 */
const isCreate = (method, path) => method === "post" && !path.endsWith("}");

/**
 * Where servers stand under one path: on its creates, exactly one, the uploads host; on nothing else, because a
 * second place for a host is a second place to forget.
 *
 * @param {string} path
 * @param {Record<string, HasServers | Server[]>} item
 */
function* pathServers(path, item) {
  for (const [key, value] of Object.entries(item)) {
    const servers = Array.isArray(value) ? (key === "servers" ? value : undefined) : value.servers;
    if (isCreate(key, path)) {
      if (servers?.length !== 1 || !servers.every(isUploads))
        yield {
          message: `POST ${path} creates, so its only server must be the uploads host`,
          path: ["paths", path, key],
        };
    } else if (servers !== undefined) {
      yield {
        message: `only creates have servers of their own; remove them from ${key} of ${path}`,
        path: ["paths", path, key],
      };
    }
  }
}

/**
 * Spectral function for the whole document: creates, and only creates, are sent to the uploads host.
 *
 * @type {import("@stoplight/spectral-core").RulesetFunction<Document, null>}
 */
export default function uploadHost(document) {
  const root = (document.servers ?? []).flatMap((server, index) =>
    isUploads(server)
      ? [{ message: "the uploads host is for creates alone", path: ["servers", index, "url"] }]
      : [],
  );
  const below = Object.entries(document.paths ?? {}).flatMap(([path, item]) => [...pathServers(path, item)]);
  return [...root, ...below];
}
