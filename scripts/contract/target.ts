import { authentication, type OperationId, operations, servers } from "@ittybit/openapi";

type Server = keyof typeof servers;

/** The API that is checked against the contract. */
export interface Target {
  /** Base URL of each server, by short name. */
  readonly urls: Readonly<Record<Server, string>>;
  readonly apiKey: string;
}

/** @throws where a URL is invalid, or there is no key */
export function readTarget(
  values: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string | undefined>>,
): Target {
  const api = values.url === undefined ? servers.api : baseUrl("url", values.url);
  const uploads = values["uploads-url"];
  const { ITTYBIT_API_KEY: apiKey } = env;
  if (!apiKey) throw new Error("there is no key: set ITTYBIT_API_KEY.");
  return {
    urls: {
      api,
      uploads: uploads ? baseUrl("uploads-url", uploads) : values.url === undefined ? servers.uploads : api,
    },
    apiKey,
  };
}

function baseUrl(flag: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new Error(`--${flag} ${text} is not a URL of http or https.`);
}

/** Maps the hosts of the target to those of the contract; `*` where one host serves both. */
export function hostsOf({ urls }: Target): Record<string, string> {
  const [api, uploads] = [new URL(urls.api).host, new URL(urls.uploads).host];
  if (api === uploads) return { [api]: "*" };
  return { [api]: new URL(servers.api).host, [uploads]: new URL(servers.uploads).host };
}

export const keyHeader = ({ apiKey }: Target): [string, string] => [
  authentication.header,
  `${authentication.prefix}${apiKey}`,
];

/** The URL of an operation at the target. */
export function urlOf({ urls }: Target, id: OperationId, item: string, query: string): string {
  const { server, path } = operations[id];
  return `${urls[server]}${path.replace("{id}", encodeURIComponent(item))}${query === "" ? "" : `?${query}`}`;
}
