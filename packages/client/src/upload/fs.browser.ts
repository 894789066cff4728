import { InputError } from "../errors.js";

/** @throws InputError: a browser has no file system. */
export function openPath(field: string): never {
  throw new InputError(field, "cannot be a path here: there is no file system");
}

/** No stream of a browser has a path. */
export const baseName = (): undefined => undefined;
