import type { Finding } from "./finding.js";
import { aspectOf, type Sentence, unfoundedFacts } from "./reference-facts.js";

type Locate = (pointer: string) => { file: string; line: number };

/**
 * Finds facts of a bundle that no sentence of the public reference states and no mark covers.
 *
 * @param sentences of docs/evidence/sentences.yaml
 * @returns one finding for each, without the facts below it: one mark covers them all
 */
export function unmarkedFacts(document: object, sentences: readonly Sentence[], locate: Locate): Finding[] {
  const pointers = unfoundedFacts(document, sentences);
  const outermost = pointers.filter((pointer) => !pointers.some((above) => pointer.startsWith(`${above}/`)));
  return outermost.map((pointer) => ({
    ...locate(pointer),
    code: "unmarked",
    message: `the public reference does not state ${pointer}: mark it with x-inferred, what: [${aspectOf(pointer)}]`,
  }));
}
