import type { paths } from "@ittybit/openapi/types";
import { InputError } from "./errors.js";
import type { CallOptions, UploadOptions } from "./options.js";
import type { Execute } from "./request/prepare.js";
import type { Target } from "./request/url.js";

/**
 * The methods of openapi-fetch, typed by the contract: `client.GET("/media", { params: { query } })` returns
 * `{ data, error, response }`, where `data` and `error` are whole envelopes and exactly one of them is present.
 */
export type Methods = {
  readonly [Name in keyof paths[keyof paths] as PathsWith<Name> extends never
    ? never
    : Uppercase<Name & string>]-?: Send<Name>;
};

/** The paths that have a method. */
export type PathsWith<Name extends PropertyKey> = {
  [Path in keyof paths]: paths[Path] extends { readonly [_ in Name]: Described } ? Path : never;
}[keyof paths];

interface Described {
  parameters: object;
  responses: object;
}

type Operation<Path extends keyof paths, Name> = Name extends keyof paths[Path]
  ? Extract<paths[Path][Name], Described>
  : never;

type Send<Name extends PropertyKey> = <Path extends PathsWith<Name>>(
  path: Path,
  ...init: Arguments<Path, Name>
) => Promise<FetchResult<Operation<Path, Name>["responses"]>>;

/** The arguments of a call besides its path. */
export type Arguments<Path extends keyof paths, Name> = ArgumentsOf<Operation<Path, Name>>;

type ArgumentsOf<Of extends Described> = Of extends {
  requestBody: { content: Readonly<Record<string, infer Body>> };
}
  ? [init: Parameters<Of> & UploadOptions & { readonly body: Body }]
  : Of["parameters"] extends { path: object }
    ? [init: Parameters<Of> & CallOptions]
    : [init?: Parameters<Of> & CallOptions];

type Parameters<Of extends Described> = Of["parameters"] extends { path: object }
  ? { readonly params: Of["parameters"] }
  : { readonly params?: Of["parameters"] };

/** The result in the shape of openapi-fetch. A call without a response throws, as a refused argument does. */
type FetchResult<Responses> =
  | { readonly data: Json<Responses, `2${string}`>; readonly error?: undefined; readonly response: Response }
  | { readonly data?: undefined; readonly error: Json<Responses, "default">; readonly response: Response };

/** The envelope of a success. */
export type Envelope<Path extends keyof paths, Name> = Json<Operation<Path, Name>["responses"], `2${string}`>;

type Json<Responses, Status extends string> = {
  [Each in keyof Responses]: `${Each & (string | number)}` extends Status
    ? Responses[Each] extends { content: { "application/json": infer Body } }
      ? Body
      : never
    : never;
}[keyof Responses];

/** Creates one method for each that these operations use. */
export const methods = (execute: Execute, targets: readonly Target[]): Methods =>
  Object.fromEntries(
    targets.map(({ method }) => [
      method,
      async (path: string, init?: object) => {
        const target = targets.find((each) => each.method === method && each.path === path);
        if (!target) throw new InputError(`${method} ${path}`, "is not in the contract");
        const { success, failure, error, response } = await execute(target, init, init);
        if (!response) throw error;
        return success ? { data: success, response } : { error: failure, response };
      },
    ]),
  ) as unknown as Methods;
