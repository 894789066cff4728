/** A node of a file: where it begins, or its key, and what is in it by key or index. */
export interface PlacedNode {
  readonly start: number;
  readonly members: ReadonlyMap<string, PlacedNode>;
}

/** Members of a node that contains nothing. */
export const NO_MEMBERS: PlacedNode["members"] = new Map();

/** Where the member at these tokens begins, or the nearest one above it. */
export function startOfMember(root: PlacedNode, tokens: readonly string[]): number {
  let [node, start] = [root, 0];
  for (const token of tokens) {
    const member = node.members.get(token);
    if (member === undefined) break;
    node = member;
    start = member.start;
  }
  return start;
}
