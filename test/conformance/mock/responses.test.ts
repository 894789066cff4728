import contract from "@ittybit/contract";
import { createMock } from "@ittybit/mock";
import { type OperationId, operations } from "@ittybit/openapi";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { expect, it } from "vitest";
import { atScale } from "./scale.js";

const ids = Object.keys(operations) as OperationId[];

/** Everything that `Prefer` can select: each status, each example, each status generated. */
function preferences(id: OperationId): string[] {
  const { path, method, responses } = operations[id];
  const documented = JSON.parse(JSON.stringify(document.paths))[path][method.toLowerCase()].responses;
  return Object.keys(responses).flatMap((status) => {
    const code = status === "default" ? "500" : status;
    const names = exampleNames(documented[status]);
    return [
      `code=${code}`,
      ...names.map((name) => `code=${code}, example=${name}`),
      `code=${code}, dynamic=true`,
    ];
  });
}

function exampleNames(response: {
  $ref?: string;
  content?: Record<string, { examples?: object }>;
}): string[] {
  const named = response.$ref?.split("/").at(-1);
  const components = document.components.responses as unknown as Record<string, typeof response>;
  const resolved = named === undefined ? response : components[named];
  return Object.values(resolved?.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples));
}

function request(id: OperationId, prefer: string, round: number): Request {
  const { method, path, server } = operations[id];
  const query =
    path === "/media/{id}" || method !== "GET" ? "" : `?limit=${(round % 250) + 1}&page=${(round % 3) + 1}`;
  const url = `https://${server}.ittybit.com${path.replace("{id}", "vJ3kq9ZtWm2d")}${query}`;
  const headers = { Authorization: "Bearer key", Prefer: `${prefer}, seed=${round}` };
  const body = method === "PATCH" ? new URLSearchParams({ title: `Round ${round}` }) : new FormData();
  if (body instanceof FormData) body.set("url", `https://example.com/${round}.mp4`);
  return new Request(url, { method, headers, ...(/POST|PATCH/.test(method) ? { body } : {}) });
}

it("keeps the contract in every response: operations, statuses, examples, seeds", async () => {
  const mock = await createMock();
  const total = atScale(10_000, 700);
  const kinds = ids.flatMap((id) => preferences(id).map((prefer) => ({ id, prefer })));
  const broken: string[] = [];
  for (let count = 0; count < total; count++) {
    const { id, prefer } = kinds[count % kinds.length] as (typeof kinds)[number];
    const sent = request(id, prefer, Math.floor(count / kinds.length));
    const response = await mock.fetch(sent);
    const plain = {
      status: response.status,
      headers: [...response.headers],
      body: new Uint8Array(await response.arrayBuffer()),
    };
    const { findings } = await contract.checkResponse({ method: sent.method, url: sent.url }, plain);
    const wanted = /code=(\d+)/.exec(prefer)?.[1];
    if (findings.length > 0 || String(response.status) !== wanted)
      broken.push(`${id} ${prefer}: ${response.status}`);
  }
  expect([kinds.length > 100, total, broken]).toEqual([true, total, []]);
}, 600_000);
