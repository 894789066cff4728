import { endOfString, nameOf } from "../body/json-text.js";

/** Where the members of an object or array begin: the key, or the item. */
interface Container {
  readonly isObject: boolean;
  readonly members: Map<string, Member>;
  /** Name or index of the member that is read. */
  step: string;
  isNameNext: boolean;
}

interface Member {
  readonly start: number;
  /** null for a value that contains nothing. */
  container: Container | null;
}

/** Finds the member at a path in a text that is known to be JSON. */
export class JsonPositions {
  readonly #root: Container | null;

  constructor(text: string) {
    this.#root = readContainers(text);
  }

  /** Where the member at these tokens begins, or the nearest one above it. */
  startOf(tokens: readonly string[]): number {
    let container = this.#root;
    let start = 0;
    for (const token of tokens) {
      const member = container?.members.get(token);
      if (member === undefined) break;
      start = member.start;
      container = member.container;
    }
    return start;
  }
}

function readContainers(text: string): Container | null {
  const open: Container[] = [];
  let root: Container | null = null;
  for (let at = 0; at < text.length; at++) {
    const top = open.at(-1);
    const character = text[at] as string;
    switch (character) {
      case "{":
      case "[": {
        const container = { isObject: character === "{", members: new Map(), step: "0", isNameNext: true };
        if (top) enter(top, at, container);
        root ??= container;
        open.push(container);
        break;
      }
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (top?.isObject === false) top.step = String(Number(top.step) + 1);
        if (top) top.isNameNext = true;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (top?.isObject && top.isNameNext) {
          top.step = nameOf(text, at, end);
          top.isNameNext = false;
          top.members.set(top.step, { start: at, container: null });
        } else if (top) enter(top, at, null);
        at = end;
        break;
      }
      default:
        if (top?.isObject === false && top.isNameNext && character > " ") enter(top, at, null);
    }
  }
  return root;
}

/** Notes where a value begins. The position of a member of an object is that of its key. */
function enter(parent: Container, start: number, container: Container | null): void {
  const known = parent.isObject ? parent.members.get(parent.step) : undefined;
  if (known) known.container = container;
  else parent.members.set(parent.step, { start, container });
  parent.isNameNext = false;
}
