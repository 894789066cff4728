import { lookup as dnsLookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.js";

const MAX_REDIRECTS = 5;

/** How a download is limited. */
export interface DownloadOptions {
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
  /** @default the resolver of the system */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/**
 * Opens a URL, and follows its redirects. Each address is checked, and the connection is made to the address that was
 * checked, so that a name cannot lead to another one afterwards.
 *
 * @throws Error with a reason that holds no part of the URL but its host
 */
export async function openDownload(url: string, options: DownloadOptions): Promise<IncomingMessage> {
  let target = new URL(url);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await get(target, options);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return response;
    response.destroy();
    const { location } = headers;
    if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined)
      throw new Error(`${target.host} returned ${statusCode}`);
    if (!URL.canParse(location, target.href)) throw new Error(`${target.host} redirects to what is no URL`);
    target = new URL(location, target);
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects`);
}

async function get(target: URL, options: DownloadOptions): Promise<IncomingMessage> {
  const requestOf = { "http:": httpRequest, "https:": httpsRequest }[target.protocol];
  if (requestOf === undefined) throw new Error(`${target.protocol} is not fetched, only http: and https:`);
  const address = await checkedAddress(target.hostname.replace(/^\[(.*)\]$/, "$1"), options);
  const { signal } = options;
  return new Promise((resolve, reject) => {
    const request = requestOf(target, { agent: false, auth: "", signal, lookup: pinned(address) }, resolve);
    request.on("error", (error) => reject(new Error(`${target.host}: ${error.message}`)));
    request.end();
  });
}

/** The address to connect to. A name of which one address is private is refused as a whole. */
async function checkedAddress(host: string, options: DownloadOptions): Promise<string> {
  const { allowPrivate, resolve = resolveHost } = options;
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const [first] = addresses;
  if (first === undefined) throw new Error(`${host} has no address`);
  const refused = addresses.find((address) => !isPublicAddress(address));
  if (refused !== undefined && !allowPrivate)
    throw new Error(`${host} is not a public address; --allow-private-urls allows it`);
  return first;
}

async function resolveHost(host: string): Promise<string[]> {
  const found = await dnsLookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

/** Resolves every name to one address. */
function pinned(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, { all }, callback) => {
    if (all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}
