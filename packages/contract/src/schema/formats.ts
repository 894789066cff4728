import type { Format } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";

/** The registered formats of JSON Schema 2020-12 (Validation, 7.3) and of OpenAPI 3.1, all asserted. */
export const formats: Readonly<Record<string, Format>> = {
  ...fullFormats,
  "idn-email": /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/u,
  "idn-hostname": isIdnHostname,
  iri: /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}"<>\\^`{|}]*$/iu,
  "iri-reference": /^[^\s\p{Cc}"<>\\^`{|}]*$/iu,
};

function isIdnHostname(text: string): boolean {
  const name = text.replace(/[。.．｡]$/u, "");
  return name !== "" && name.length <= 253 && name.split(/[.。．｡]/u).every(isIdnLabel);
}

/** RFC 5890 label: letters, marks, digits and hyphens; no hyphen at either end or at 3 and 4 without xn. */
function isIdnLabel(label: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}\-·ªº・׳״͵]{1,63}$/u.test(label)) return false;
  if (/^-|-$|^\p{M}/u.test(label)) return false;
  return label.slice(2, 4) !== "--" || /^xn--[a-z0-9-]+$/i.test(label);
}

export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(formats, name);
}
