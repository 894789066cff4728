import { type Document, isAlias, isScalar, isSeq, type YAMLMap } from "yaml";

/** Whether a key is the merge key `<<` of YAML 1.1. In quotes it is a name like any other. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

/** The nodes whose members a map takes by `<<`, in the order of the file. Aliases are resolved. */
export function mergeSources(map: YAMLMap, parsed: Document): unknown[] {
  return map.items
    .filter(({ key }) => isMergeKey(key))
    .flatMap(({ value }) => listed(resolved(value, parsed)))
    .map((source) => resolved(source, parsed));
}

function listed(value: unknown): unknown[] {
  return isSeq(value) ? [...value.items] : [value];
}

function resolved(node: unknown, parsed: Document): unknown {
  return isAlias(node) ? node.resolve(parsed) : node;
}
