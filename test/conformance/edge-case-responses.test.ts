import type { HeaderPair } from "@ittybit/contract";
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { expect, test } from "vitest";
import { bytes, summarize } from "./messages.js";

const base = "https://edge.example.com/api/v1";
const item = { id: "a", kind: "leaf" };
const quota: HeaderPair = ["X-Quota", "left,5"];
const json: HeaderPair = ["Content-Type", "application/json"];

type ResponseCase = readonly [title: string, changed: object, findings: readonly string[]];

/** Properties of an item, over a plain one. */
const items: readonly ResponseCase[] = [
  ["plain", {}, []],
  ["an unknown kind", { kind: "root" }, ["warning enum-value-undocumented body /kind"]],
  ["a write-only secret", { secret: "s" }, ["error write-only-returned body /secret"]],
  ["a point", { at: [1, 2.5] }, []],
  ["half a point", { at: [1] }, ["error minItems body /at"]],
  ["a point of three", { at: [1, 2, 3] }, ["error unevaluatedItems body /at"]],
  ["a point of text", { at: [1, "2"] }, ["error type body /at/1"]],
  ["an item inside", { left: { id: "b", kind: "leaf", left: { id: "c", kind: "branch" } } }, []],
  [
    "a broken item inside",
    { left: { id: "b", left: { id: 1, kind: "leaf" } } },
    ['error required "kind" body /left', "error type body /left/left/id"],
  ],
  [
    "more inside",
    { left: { id: "b", kind: "leaf", wing: 1 } },
    ['warning property-undocumented "wing" body /left'],
  ],
  ["a circle", { shape: { type: "circle", r: 1, area: 3.14 } }, []],
  ["a circle without radius", { shape: { type: "circle" } }, ['error required "r" body /shape']],
  ["a circle of nothing", { shape: { type: "circle", r: 0 } }, ["error exclusiveMinimum body /shape/r"]],
  [
    "a circle with a side",
    { shape: { type: "circle", r: 1, side: 2 } },
    ['warning property-undocumented "side" body /shape'],
  ],
  [
    "a square with its pin",
    { shape: { type: "square", side: 1, pin: "0000" } },
    ["error write-only-returned body /shape/pin"],
  ],
  ["no shape", { shape: { type: "line" } }, ["error oneOf body /shape"]],
  ["a shape that is text", { shape: "circle" }, ["error oneOf body /shape"]],
  [
    "an open tree",
    { tree: { name: "a", children: [{ name: "b", extra: 1 }] } },
    ['warning property-undocumented "extra" body /tree/children/0'],
  ],
  [
    "a broken open tree",
    { tree: { children: [{ children: [{ name: 1 }] }] } },
    ["error type body /tree/children/0/children/0/name"],
  ],
  ["a strict tree", { strict: { name: "a", children: [{ name: "b", children: [] }] } }, []],
  [
    "a strict tree with more",
    { strict: { children: [{ children: [{ daat: 1 }] }] } },
    ['error unevaluatedProperties "daat" body /strict/children/0/children/0'],
  ],
  ["a price", { price: { amount: "1.50", currency: "EUR", cents: 150 } }, []],
  ["a price in yen", { price: { amount: "150", currency: "JPY", yen: true } }, []],
  ["half a yen", { price: { amount: "1.50", currency: "JPY" } }, ["error pattern body /price/amount"]],
  [
    "cents of yen",
    { price: { amount: "1", currency: "JPY", cents: 1 } },
    ['error unevaluatedProperties "cents" body /price'],
  ],
  [
    "yen of euros",
    { price: { amount: "1", currency: "EUR", yen: false } },
    ['error unevaluatedProperties "yen" body /price'],
  ],
  ["a price without amount", { price: {} }, ['error required "amount" body /price']],
  ["labels", { labels: { main: "m", "x-a": "b" } }, []],
  ["an unknown label", { labels: { other: 1 } }, ['warning property-undocumented "other" body /labels']],
  ["a label of the wrong type", { labels: { "x-a": 1 } }, ["error type body /labels/x-a"]],
  [
    "a label with a long name",
    { labels: { "x-very-long": "b" } },
    ["error maxLength body /labels", 'error propertyNames "x-very-long" body /labels'],
  ],
  ["a card", { card: { number: "1", cvc: "2" }, bank: "b" }, []],
  ["a card without cvc", { card: { number: "1" }, bank: "b" }, ['error dependentRequired "cvc" body /card']],
  ["a card without bank", { card: {} }, ['error required "bank" body']],
  ["a bank without card", { bank: "b" }, ['warning property-undocumented "bank" body']],
  ["a wrong guess", { guess: "x" }, ["warning type body /guess"]],
  ["gold", { bag: [{ gold: 1 }, "stone"] }, []],
  ["no gold", { bag: ["stone"] }, ["error contains body /bag"]],
  ["too much gold", { bag: [{ gold: 1 }, { gold: 2 }, { gold: 3 }] }, ["error contains body /bag"]],
  ["gold with dust", { bag: [{ gold: 1, dust: 1 }] }, ['warning property-undocumented "dust" body /bag/0']],
  ["a note", { note: "a@b.co" }, []],
  ["a null note", { note: null }, []],
  ["a note that is no address", { note: "a" }, ["error format body /note"]],
  ["an array where an object belongs", { card: [], bank: "b" }, ["error type body /card"]],
  ["a property called constructor", { constructor: 1 }, ['warning property-undocumented "constructor" body']],
];

test.each(items)("getItem returns %s", async (_, changed, expected) => {
  const response = {
    status: 200,
    headers: [json, quota],
    body: bytes(JSON.stringify({ ...item, ...changed })),
  };
  const { findings } = await edgeCases.checkResponse({ method: "GET", url: `${base}/items/a` }, response);
  expect(findings.map(summarize).sort()).toEqual([...expected].sort());
});
