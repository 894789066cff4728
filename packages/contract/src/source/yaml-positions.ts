import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  load,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { NO_MEMBERS, type PlacedNode } from "./placed-node.js";

type Anchored = Pick<AliasEvent, "anchorStart" | "anchorEnd">;

/** Where the nodes are in a YAML text that {@link readPlainYaml} can read. */
export function yamlPositions(text: string): PlacedNode {
  const [, ...events] = parseEvents(text, {});
  return new EventReader(text, events).next(0);
}

/** Reads the nodes of a document from the events of the parser. */
class EventReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, PlacedNode>();
  #at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /** The next node. @param above where the node around it begins, for a node without text */
  next(above: number): PlacedNode {
    const event = this.#take() as ScalarEvent | SequenceEvent | MappingEvent | AliasEvent;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event);
    const node = this.#node(event, above);
    if (event.anchorStart >= 0) this.#anchors.set(this.#anchorOf(event), node);
    return node;
  }

  #node(event: ScalarEvent | SequenceEvent | MappingEvent, above: number): PlacedNode {
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
        return { start: event.start, members: this.#items(event.start) };
      case EVENT_ID.MAPPING:
        return { start: event.start, members: this.#members() };
      default:
        return { start: startOfScalar(event, above), members: NO_MEMBERS };
    }
  }

  /** An alias, with the members of what it repeats. */
  #alias(event: AliasEvent): PlacedNode {
    return {
      start: event.anchorStart,
      members: this.#anchors.get(this.#anchorOf(event))?.members ?? NO_MEMBERS,
    };
  }

  #anchorOf({ anchorStart, anchorEnd }: Anchored): string {
    return this.#text.slice(anchorStart, anchorEnd);
  }

  #take(): Event | undefined {
    return this.#events[this.#at++];
  }

  #isEnd(): boolean {
    const isEnd = this.#events[this.#at]?.type === EVENT_ID.POP;
    if (isEnd) this.#at++;
    return isEnd;
  }

  #items(above: number): ReadonlyMap<string, PlacedNode> {
    const items = new Map<string, PlacedNode>();
    while (!this.#isEnd()) items.set(String(items.size), this.next(above));
    return items;
  }

  #members(): ReadonlyMap<string, PlacedNode> {
    const members = new Map<string, PlacedNode>();
    while (!this.#isEnd()) {
      const key = this.#take() as ScalarEvent;
      const start = startOfScalar(key, 0);
      members.set(nameOf(this.#text, key), { start, members: this.next(start).members });
    }
    return members;
  }
}

/** A block scalar begins at its header, on the line before its text. */
function startOfScalar({ style, valueStart }: ScalarEvent, above: number): number {
  if (valueStart < 0) return above;
  const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  return isBlock ? valueStart - 1 : valueStart;
}

/** A key as the name of a member: a number or a boolean in its usual form. */
function nameOf(text: string, key: ScalarEvent): string {
  const name = getScalarValue(text, key);
  const isPlain = key.style === SCALAR_STYLE.PLAIN;
  return isPlain && /^(?:[-+]?\.?(?:\d|inf$|nan$)|true$|false$)/i.test(name) ? String(load(name)) : name;
}
