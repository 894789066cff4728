import contract from "@ittybit/contract";
import { expect, test } from "vitest";

const headers = [["Authorization", "Bearer key"]] as const;
const found = async (url: string, hosts = {}) =>
  (await contract.with({ hosts }).checkRequest({ method: "GET", url, headers })).findings;

test("a scheme that no server has is drift, with the one that is documented and the one that was sent", async () => {
  expect(await found("http://api.ittybit.com/media")).toMatchObject([
    {
      code: "scheme-undocumented",
      scheme: "http",
      documented: "https",
      at: { in: "url" },
      contract: { pointer: "/servers" },
      expected: "https",
      actual: '"http"',
    },
  ]);
});

test.each([
  ["the documented scheme", "https://api.ittybit.com/media", {}],
  ["a web socket of it", "wss://api.ittybit.com/media", {}],
  ["the scheme of a host that stands for it", "http://127.0.0.1:4010/media", { "127.0.0.1:4010": "*" }],
])("%s is no finding", async (_, url, hosts) => {
  expect(await found(url, hosts)).toEqual([]);
});

test("each message is checked by its own headers, whatever earlier ones had", async () => {
  const codes = async (version: string) => {
    const pairs = [...headers, ["Ittybit-Version", version]] as const;
    const url = "https://api.ittybit.com/media";
    const { findings, parameters } = await contract.checkRequest({ method: "GET", url, headers: pairs });
    return [parameters.header["Ittybit-Version"], ...findings.map(({ code }) => code)];
  };
  for (const time of ["first", "again"]) {
    expect(await codes("2024-03-21"), time).toEqual(["2024-03-21"]);
    expect(await codes("latest"), time).toEqual(["latest", "schema"]);
  }
});
