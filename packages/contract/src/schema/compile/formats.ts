import type { Format } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";

/** The registered formats of JSON Schema 2020-12 (Validation, 7.3) and of OpenAPI 3.1, all asserted. */
export const formats: Readonly<Record<string, Format>> = {
  ...fullFormats,
  "date-time": isDateTime,
  email: isEmail,
  time: isTime,
  uri: isUri,
  // RFC 4122, 3: the URN is another string
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  "idn-email": /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/u,
  "idn-hostname": isIdnHostname,
  iri: /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}"<>\\^`{|}]*$/iu,
  "iri-reference": /^[^\s\p{Cc}"<>\\^`{|}]*$/iu,
};

/** The common form, on a day that every month has. It matches most timestamps. */
const plainDateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const { validate: isAnyDateTime } = fullFormats["date-time"] as { validate: (text: string) => boolean };

/** The form of RFC 3339, 5.6: a `T` between date and time, a colon in the offset. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

function isDateTime(text: string): boolean {
  return plainDateTime.test(text) || (rfc3339.test(text) && isAnyDateTime(text));
}

const { validate: isAnyTime } = fullFormats.time as { validate: (text: string) => boolean };

/** RFC 3339, 5.6: a colon in the offset. */
function isTime(text: string): boolean {
  return /(?:Z|:\d\d)$/i.test(text) && isAnyTime(text);
}

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const localPart = `${atom}(?:\\.${atom})*|"(?:[ !#-[\\]-~]|\\\\[ -~])*"`;
const label = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?";
const namedMailbox = new RegExp(`^(?:${localPart})@${label}(?:\\.${label})*$`, "i");
const literalMailbox = new RegExp(`^(?:${localPart})@\\[(IPv6:)?([\\da-f.:]+)\\]$`, "i");

/** A mailbox of RFC 5321, 4.1.2: with a local part that may be quoted, and a domain or an address. */
function isEmail(text: string): boolean {
  if (namedMailbox.test(text)) return true;
  const [, prefix, address] = literalMailbox.exec(text) ?? [];
  const form = (prefix === undefined ? fullFormats.ipv4 : fullFormats.ipv6) as RegExp;
  return address !== undefined && form.test(address);
}

/** The common form: a web address with a name, a path and a query of plain characters. */
const plainUri =
  /^https?:\/\/[A-Za-z\d.-]+(?::\d+)?(?:\/[A-Za-z\d._~-]*)*(?:\?[A-Za-z\d._~=&-]*)?(?:#[A-Za-z\d._~=&-]*)?$/;

const isAnyUri = fullFormats.uri as (text: string) => boolean;

function isUri(text: string): boolean {
  return plainUri.test(text) || isAnyUri(text);
}

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
