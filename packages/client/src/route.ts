import { routes } from "@ittybit/openapi";

/** Short name of a host of the API. */
export type ServerName = (typeof routes)[keyof typeof routes]["server"];

/** How one operation is sent, and what it takes. */
export interface Route {
  readonly method: string;
  /** Path template: `/media/{id}`. */
  readonly path: string;
  readonly server: ServerName;
  readonly mediaType: "multipart/form-data" | "application/x-www-form-urlencoded" | null;
  readonly params: { readonly path: Fields; readonly query: Fields };
  /** The fields of the body. */
  readonly fields?: Fields;
  /** The fields of which one set, and only one, has to be there. */
  readonly alternatives?: readonly (readonly string[])[];
  readonly minFields?: number;
}

export type Fields = Readonly<Record<string, Field>>;

/** What one parameter or body field must be, in words of JSON Schema. */
export interface Field {
  readonly required?: boolean;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The field is a file of one of these media types; `audio/*` is any of audio. */
  readonly contentTypes?: readonly string[];
}

/** Every operation of the contract, by its operationId. */
export const ROUTES: readonly (readonly [operationId: string, route: Route])[] = Object.entries(routes);
