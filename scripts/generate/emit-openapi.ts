import { stringify } from "yaml";
import type { Document } from "./document/document.js";

/** The bundle as JSON, two spaces, a line feed at the end. */
export const emitJson = (document: Document): string => `${JSON.stringify(document, null, 2)}\n`;

/**
 * The bundle as YAML 1.2. What a YAML 1.1 reader would take for something else (dates, `yes`, `1_000`) is
 * quoted; long lines are not folded.
 */
export const emitYaml = (document: Document): string =>
  stringify(document, { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 });
