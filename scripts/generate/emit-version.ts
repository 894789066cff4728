import { docblock } from "./docblock.js";
import type { Document } from "./document/document.js";
import { DocumentError } from "./document/document-error.js";

/**
 * The version of the contract, which every package of the repository is released with.
 *
 * @throws {DocumentError} when `info.version` is not a semantic version
 */
export function semanticVersion({ info: { version } }: Document): string {
  if (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return version;
  throw new DocumentError("/info/version", `${version} is not a semantic version (1.2.3)`);
}

/** The version as a module, so that a package that needs nothing else of the contract can import it. */
export const emitVersion = (document: Document): string =>
  `${docblock("Version of the contract and of every package that is released with it.", "@ittybit/openapi/version", "version")}\nexport const version = ${JSON.stringify(semanticVersion(document))};\n`;
