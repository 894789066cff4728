import { fileURLToPath } from "node:url";
import { readSpec } from "../../scripts/lint/spec/spec-file.js";

/** What is done to the files of a contract: text that is replaced, or whole files that are put in or taken out. */
export type Edit = {
  file: string;
  replace?: string;
  by?: string;
  text?: string;
  remove?: boolean;
};

/** The folder of a small contract in several files that has nothing to find. */
export const smallSpec = fileURLToPath(new URL("./fixtures/small-spec", import.meta.url));

/** Its files, after an edit. An edit that changes nothing throws. */
export function editedSpec({ file, replace, by, text, remove }: Edit): Map<string, string> {
  const texts = readSpec(smallSpec);
  if (remove) {
    if (!texts.delete(file)) throw new Error(`there is no ${file} to remove`);
    return texts;
  }
  if (text !== undefined) return texts.set(file, text);
  const before = texts.get(file) ?? "";
  const after = before.replace(replace ?? "", () => by ?? "");
  if (after === before) throw new Error(`${file} does not hold ${replace}`);
  return texts.set(file, after);
}
