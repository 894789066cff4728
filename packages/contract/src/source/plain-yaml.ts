import {
  CORE_SCHEMA,
  constructFromEvents,
  defineMappingTag,
  EVENT_ID,
  type Event,
  mapTag,
  parseEvents,
  YAMLException,
} from "js-yaml";

/**
 * Reads YAML with js-yaml, which makes no nodes and takes a tenth of the time of yaml. Returns undefined for what is left
 * to yaml: faults, which it names with their lines, and what the two read differently.
 */
export function readPlainYaml(text: string): object | undefined {
  if (isUnusualText(text)) return undefined;
  try {
    const events = parseEvents(text, {});
    if (events.some(isUnusual)) return undefined;
    const [value, ...others] = constructFromEvents(events, { source: text, schema });
    if (typeof value !== "object" || value === null || others.length > 0) return undefined;
    return events.some(isAlias) && expandedSize(value) > MAX_EXPANDED_VALUES ? undefined : value;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Keys that the two read differently, that merge, or that every object inherits. */
const UNUSUAL_KEYS: ReadonlySet<unknown> = new Set([null, "", "<<", "__proto__"]);

const schema = CORE_SCHEMA.withTags(
  defineMappingTag(mapTag.tagName, {
    ...mapTag,
    addPair: (map, key, value) =>
      UNUSUAL_KEYS.has(key) ? "this key is unusual" : mapTag.addPair(map, key, value),
  }),
);

const UNUSUAL_TEXTS = [
  // carriage returns, byte order marks and tabs in front of what is on a line
  /[\r\uFEFF]|^[ -]*\t/m,
  // the marker of a document behind spaces
  /^(?: *(?:#.*)?\n)* +---/,
  // a key behind a quoted item or one in brackets
  /^[ -]*- +(?:(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*') *|(?:\[[^\]\n]*\]|\{[^}\n]*\}) +)[^\s#:].*:(?: |$)/m,
  // a key with an anchor
  /(?:^| )&\S+ .*:(?: |$)/m,
];

/** A block that says how far it is indented, and a line of spaces that it may end with. */
const INDENTED_BLOCK = /(?:^| )[|>][-+]?[1-9][-+]?[ \t]*(?:#.*)?$/m;
const LINE_OF_SPACES = /^ +$/m;

const isUnusualText = (text: string): boolean =>
  UNUSUAL_TEXTS.some((each) => each.test(text)) || (INDENTED_BLOCK.test(text) && LINE_OF_SPACES.test(text));

function isUnusual(event: Event): boolean {
  if ("directives" in event) return event.directives.length > 0;
  return "tagStart" in event && event.tagStart >= 0;
}

const isAlias = ({ type }: Event): boolean => type === EVENT_ID.ALIAS;

/** Most values of a file with its aliases expanded: a few lines can name billions. More are left to yaml, and refused there. */
export const MAX_EXPANDED_VALUES = 300_000;

/** Number of values with aliases expanded; Infinity for a value that contains itself. */
function expandedSize(value: unknown, known = new Map<unknown, number>()): number {
  if (typeof value !== "object" || value === null) return 1;
  const counted = known.get(value);
  if (counted !== undefined) return counted;
  known.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const member of Object.values(value)) size += expandedSize(member, known);
  known.set(value, size);
  return size;
}
