import { type Alias, isAlias, isScalar, isSeq, type YAMLMap } from "yaml";

/** The nodes that the aliases of a file name. */
export type AliasTargets = ReadonlyMap<Alias, unknown>;

/** Whether a key is the merge key `<<` of YAML 1.1. In quotes it is a name like any other. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

/** The nodes whose members a map takes by `<<`, in the order of the file. Aliases are resolved. */
export function mergeSources(map: YAMLMap, targets: AliasTargets): unknown[] {
  return map.items
    .filter(({ key }) => isMergeKey(key))
    .flatMap(({ value }) => listed(resolved(value, targets)))
    .map((source) => resolved(source, targets));
}

function listed(value: unknown): unknown[] {
  return isSeq(value) ? [...value.items] : [value];
}

function resolved(node: unknown, targets: AliasTargets): unknown {
  return isAlias(node) ? targets.get(node) : node;
}
