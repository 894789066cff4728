import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bundleSpec } from "../../scripts/generate/bundle/bundle-spec.js";
import { type Sentence, unfoundedFacts, unplacedSentences } from "../../scripts/lint/reference-facts.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const sentences: Sentence[] = parse(readFileSync(`${repository}/docs/evidence/sentences.yaml`, "utf8"));
const SENTENCES_OF_THE_REFERENCE = 90;
const { document } = await bundleSpec(repository);

describe("the public reference and the contract", () => {
  it("every sentence of the reference is carried by a node, or left out for a reason", () => {
    expect(unplacedSentences(document, sentences, SENTENCES_OF_THE_REFERENCE)).toEqual([]);
  });

  it("every fact of the contract comes from a sentence, or is marked as inferred", () => {
    expect(unfoundedFacts(document, sentences)).toEqual([]);
  });

  it("a sentence that is removed is missed, and so are the facts that it carried", () => {
    const without = sentences.filter(({ id }) => id !== 34);
    expect(unplacedSentences(document, without, SENTENCES_OF_THE_REFERENCE)).toEqual(["34 is missing"]);
    expect(unfoundedFacts(document, without)).toEqual(["/components/parameters/Limit/schema/default"]);
  });

  it("a pointer to nothing is found", () => {
    const broken = sentences.map((one) => (one.id === 34 ? { ...one, carried: ["/nowhere"] } : one));
    expect(unplacedSentences(document, broken, SENTENCES_OF_THE_REFERENCE)).toEqual([
      "34 points to /nowhere, which is not there",
    ]);
  });

  it.each<[name: string, change: (schemas: Record<string, never>) => void, pointer: string]>([
    [
      "property",
      ({ MediaSummary }: Record<string, { properties: object }>) =>
        Object.assign(MediaSummary?.properties ?? {}, { colour: {} }),
      "/components/schemas/MediaSummary/properties/colour",
    ],
    [
      "value",
      ({ MediaKind }: Record<string, object>) => Object.assign(MediaKind ?? {}, { maxLength: 9 }),
      "/components/schemas/MediaKind/maxLength",
    ],
  ])("a %s that is added without a mark is found", (_name, change, pointer) => {
    const changed = structuredClone(document);
    change(changed.components?.schemas as never);
    expect(unfoundedFacts(changed, sentences)).toEqual([pointer]);
  });
});
