import contract, { type HeaderPair } from "@ittybit/contract";
import { createContract } from "@ittybit/contract/create";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { medians, type Row } from "./bench.js";
import { widePaths } from "./wide-document.js";

export const title = "contract: checking, loading and matching";

const value = document.components.examples.MediaList.value;
const text = JSON.stringify(value);
const response = {
  status: 200,
  headers: [
    ["content-type", "application/json"],
    ["Ittybit-Version", "2024-03-21"],
  ] as readonly HeaderPair[],
  body: new TextEncoder().encode(text),
};
const asked = { method: "GET", url: "https://api.ittybit.com/media?limit=10" };

export async function* run(): AsyncGenerator<Row> {
  yield* checking();
  yield* loading();
  yield* matching();
}

async function* checking(): AsyncGenerator<Row> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema(document, "document");
  const validate = ajv.compile({ $ref: "document#/components/schemas/MediaListResponse" });
  const us = await medians(
    {
      parse: () => JSON.parse(text),
      ajv: () => validate(value),
      check: () => contract.checkResponse(asked, response),
    },
    2_000,
  );
  const baseline = 3 * us.parse + us.ajv;
  yield { name: "JSON.parse, listMedia of ten items", value: us.parse, unit: "µs", limit: null };
  yield { name: "bare Ajv", value: us.ajv, unit: "µs", limit: null };
  yield { name: "checkResponse, bytes to findings", value: us.check, unit: "µs", limit: null };
  yield { name: "checkResponse / (3 x JSON.parse + Ajv)", value: us.check / baseline, unit: "x", limit: 1 };
}

async function* loading(): AsyncGenerator<Row> {
  const documents = Object.fromEntries([250, 500, 1000].map((count) => [count, widePaths(count)]));
  const us = await medians(
    Object.fromEntries(Object.entries(documents).map(([count, wide]) => [count, () => createContract(wide)])),
    1,
    5,
  );
  const [quarter = 0, , whole = 0] = [us["250"], us["500"], us["1000"]];
  yield { name: "createContract, 1,000 paths", value: whole / 1e6, unit: "s", limit: 3 };
  yield {
    name: "cost of 1,000 paths / 4 x cost of 250",
    value: whole / (4 * quarter),
    unit: "x",
    limit: 1.5,
  };
}

async function* matching(): AsyncGenerator<Row> {
  const few = createContract(widePaths(10));
  const many = createContract(widePaths(1000));
  const request = (index: number) => ({
    method: "GET",
    url: `https://wide.example/group7/things${index}/abc`,
  });
  const us = await medians({ few: () => few.match(request(7)), many: () => many.match(request(997)) }, 5_000);
  yield { name: "match among 10 paths", value: us.few, unit: "µs", limit: null };
  yield { name: "match among 1,000 paths / among 10", value: us.many / us.few, unit: "x", limit: 2 };
}
