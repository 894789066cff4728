import { InputError } from "./errors.js";

/** @throws InputError: a browser has no disk to read. */
export function onDisk(field: string): never {
  throw new InputError(field, "there is no disk to read a path from here");
}
