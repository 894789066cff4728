/** Most known names that are searched for a similar one: an object may document thousands. */
const MAX_SEARCHED_NAMES = 300;

/** Shortest name that is compared letter by letter: nearly every shorter one is one edit away. */
const MIN_EDITED_LENGTH = 3;

/** Longest name that a hint is given for. */
const MAX_NAME_LENGTH = 100;

/** The known name that was most likely meant; undefined when none is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined;
  const wanted = plain(name);
  const index = plainNames(known);
  const same = index.byPlain.get(wanted);
  if (same !== undefined || wanted.length < MIN_EDITED_LENGTH) return same;
  return index.entries.find(([candidate]) => isOneEditAway(candidate, wanted))?.[1];
}

interface PlainNames {
  readonly byPlain: ReadonlyMap<string, string>;
  readonly entries: readonly (readonly [plain: string, name: string])[];
}

const plainNamesByList = new WeakMap<readonly string[], PlainNames>();

/** Computed once for each list: thousands of findings may share it. */
function plainNames(known: readonly string[]): PlainNames {
  const cached = plainNamesByList.get(known);
  if (cached) return cached;
  const all = known.map((name) => [plain(name), name] as const);
  // the first of several names with the same plain form wins
  const names = { byPlain: new Map([...all].reverse()), entries: all.slice(0, MAX_SEARCHED_NAMES) };
  plainNamesByList.set(known, names);
  return names;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Whether one insertion, deletion, replacement or swap of neighbours makes the texts equal. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const isSwap = a[start] === b[start + 1] && a[start + 1] === b[start];
  if (isSwap && a.slice(start + 2) === b.slice(start + 2)) return true;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
