import { readRoutes, writeRoutes } from "@ittybit/openapi";

/** Short name of a host of the API. */
export type ServerName = Routes[keyof Routes]["server"];

/** The routes of the contract by operationId, as literal types. */
export type Routes = typeof readRoutes & typeof writeRoutes;

/** How one operation is sent, and what it accepts. */
export interface Route {
  readonly method: string;
  /** Path template: `/media/{id}`. */
  readonly path: string;
  readonly server: ServerName;
  /** Where a client has it: `media`, or `media.sources` for what belongs to one Media. */
  readonly resource: string;
  /** Its name there: `list`, `get`, `create`. */
  readonly verb: string;
  readonly mediaType: "multipart/form-data" | "application/x-www-form-urlencoded" | null;
  readonly params: { readonly path: Fields; readonly query: Fields };
  /** The fields of the body. */
  readonly fields?: Fields;
  /** Sets of fields of which exactly one has to be given. */
  readonly alternatives?: readonly (readonly string[])[];
  readonly minFields?: number;
}

export type Fields = Readonly<Record<string, Field>>;

/** The constraints of one parameter or body field, in JSON Schema keywords. */
export interface Field {
  readonly required?: boolean;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The field is a file of one of these media types; `audio/*` is any audio type. */
  readonly contentTypes?: readonly string[];
}

/** The operations that only read. They stand alone, so that a page that only reads loads no others. */
export const READ_ROUTES: readonly Route[] = /* @__PURE__ */ Object.values(readRoutes);

/** All other operations. */
export const WRITE_ROUTES: readonly Route[] = /* @__PURE__ */ Object.values(writeRoutes);
