import { endOfString, nameOf } from "../body/json-text.js";
import { NO_MEMBERS, type PlacedNode } from "./placed-node.js";

/** An object or array that is being read. */
interface Container {
  readonly isObject: boolean;
  readonly members: Map<string, PlacedNode>;
  /** Name or index of the member that is read. */
  step: string;
  isNameNext: boolean;
}

/** Where the nodes are in a text that is known to be JSON. */
export function jsonPositions(text: string): PlacedNode {
  const file = containerOf("[");
  const open = [file];
  for (let at = 0; at < text.length; at++) {
    const top = open.at(-1) as Container;
    const character = text[at] as string;
    switch (character) {
      case "{":
      case "[": {
        const container = containerOf(character);
        enter(top, at, container.members);
        open.push(container);
        break;
      }
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (!top.isObject) top.step = String(Number(top.step) + 1);
        top.isNameNext = true;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (top.isObject && top.isNameNext) {
          top.step = nameOf(text, at, end);
          top.isNameNext = false;
          top.members.set(top.step, { start: at, members: NO_MEMBERS });
        } else enter(top, at, NO_MEMBERS);
        at = end;
        break;
      }
      default:
        if (!top.isObject && top.isNameNext && character > " ") enter(top, at, NO_MEMBERS);
    }
  }
  return file.members.get(file.step) as PlacedNode;
}

function containerOf(opening: "{" | "["): Container {
  return { isObject: opening === "{", members: new Map(), step: "0", isNameNext: true };
}

/** Notes where a value begins. A member of an object begins at its key, which is noted already. */
function enter(parent: Container, at: number, members: PlacedNode["members"]): void {
  const start = parent.isObject ? (parent.members.get(parent.step)?.start ?? at) : at;
  parent.members.set(parent.step, { start, members });
  parent.isNameNext = false;
}
