import ittybit from "@ittybit/contract";
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { describe, expect, test } from "vitest";

type Row = readonly [request: string, match: string];

const ittybitRows: readonly Row[] = [
  ["GET https://api.ittybit.com/media", "listMedia"],
  ["get https://API.ittybit.com/media", "listMedia"],
  ["GET https://api.ittybit.com:443/media", "listMedia"],
  ["GET https://user:pass@api.ittybit.com/media", "listMedia"],
  ["GET https://api.ittybit.com/media?limit=1#top", "listMedia"],
  ["HEAD https://api.ittybit.com/media", "listMedia as HEAD"],
  ["GET https://api.ittybit.com/media/abc", "getMedia id=abc"],
  ["GET https://api.ittybit.com/media/a%2Fb", "getMedia id=a%2Fb"],
  ["GET https://api.ittybit.com/media/%E2%82%AC", "getMedia id=%E2%82%AC"],
  ["GET https://api.ittybit.com/%6Dedia", "listMedia"],
  ["PATCH https://api.ittybit.com/media/abc", "updateMedia id=abc"],
  ["POST https://uploads.ittybit.com/media", "createMedia"],
  ["POST https://uploads.ittybit.com/audio", "createAudio"],
  ["POST https://api.ittybit.com/media", "unknown method, allowed GET HEAD"],
  ["GET https://uploads.ittybit.com/media", "unknown method, allowed POST"],
  ["GET https://uploads.ittybit.com/media/abc", "unknown path, but on api.ittybit.com"],
  ["PUT https://api.ittybit.com/media/abc", "unknown method, allowed DELETE GET HEAD PATCH"],
  ["GET https://api.ittybit.com/media/", "unknown path"],
  ["GET https://api.ittybit.com/media/a/b", "unknown path"],
  ["GET https://api.ittybit.com//media", "unknown path"],
  ["GET https://api.ittybit.com/Media", "unknown path"],
  ["GET https://api.ittybit.com", "unknown path"],
  ["GET https://api.ittybit.com:8080/media", "unknown host"],
  ["GET https://ittybit.com/media", "unknown host"],
  ["GET https://api.ittybit.com.evil.example/media", "unknown host"],
  ["GET not a url", "malformed URL"],
  ["GET ", "malformed URL"],
];

const edgeCaseRows: readonly Row[] = [
  ["GET https://edge.example.com/api/v1/items/mine", "getMine"],
  ["PUT https://edge.example.com/api/v1/items/mine", "unknown method, allowed GET HEAD"],
  ["GET https://edge.example.com/api/v1/items/yours", "getItem id=yours"],
  ["GET https://edge.example.com/api/v1/items/a.json", "getItemAs id=a format=json"],
  ["GET https://edge.example.com/api/v1/items/a.b.json", "getItemAs id=a format=b.json"],
  ["GET https://eu.edge.example.com:8443/test/items/mine", "getMine stage=test"],
  ["GET https://us.edge.example.com:8443/live/search", "search stage=live"],
  ["GET https://uk.edge.example.com:8443/live/search", "unknown host"],
  ["GET https://us.edge.example.com:8443/beta/search", "unknown path"],
  ["GET https://edge.example.com/items/mine", "unknown path"],
  ["POST https://files.example.org/upload", "upload"],
  ["POST https://edge.example.com/api/v1/upload", "unknown path, but on files.example.org"],
  ["POST https://edge.example.com/api/v1/{$request.body", "unknown path"],
];

describe.each([
  ["ittybit", ittybit, ittybitRows],
  ["edgeCases", edgeCases, edgeCaseRows],
] as const)("%s", (_, contract, rows) => {
  test.each(rows)("%s is %s", (request, expected) => {
    const [method = "", ...url] = request.split(" ");
    expect(shown(contract.match({ method, url: url.join(" ") }))).toMatch(
      new RegExp(`^${escaped(expected)}`),
    );
  });
});

test.each<readonly [request: string, match: string, hosts: Record<string, string>]>([
  ["GET http://localhost:4010/media", "listMedia", { "localhost:4010": "api.ittybit.com" }],
  ["POST http://localhost:4010/media", "unknown method", { "localhost:4010": "api.ittybit.com" }],
  ["POST http://localhost:4010/media", "createMedia", { "localhost:4010": "*" }],
  ["GET http://localhost:4010/media", "listMedia", { "*": "*" }],
  ["POST http://anything.example/images", "createImage", { "*": "uploads.ittybit.com" }],
  ["GET https://api.ittybit.com/media", "listMedia", { "*": "uploads.ittybit.com" }],
])("%s is %s where hosts are mapped", (request, expected, hosts) => {
  const [method = "", url = ""] = request.split(" ");
  expect(shown(ittybit.with({ hosts }).match({ method, url }))).toMatch(new RegExp(`^${escaped(expected)}`));
});

test.each([
  [[["host", "uploads.ittybit.com"]], "createMedia"],
  [[["Host", "UPLOADS.ittybit.com:443"]], "createMedia"],
  [[], "createMedia"],
] as const)("a path alone goes by the Host header %j", (headers, expected) => {
  expect(shown(ittybit.match({ method: "POST", url: "/media", headers }))).toBe(expected);
});

function shown(match: ReturnType<typeof ittybit.match>): string {
  switch (match.outcome) {
    case "matched": {
      const values = Object.entries(match.pathValues).map(([name, value]) => ` ${name}=${value}`);
      return `${match.operation.operationId}${values.join("")}${match.isHead ? " as HEAD" : ""}`;
    }
    case "unknown-method":
      return `unknown method, allowed ${match.allowed.join(" ")}`;
    case "unknown-path":
      return match.otherServers.length > 0
        ? `unknown path, but on ${match.otherServers.join(" ")}`
        : "unknown path";
    case "unknown-host":
      return "unknown host";
    case "malformed-url":
      return "malformed URL";
    default:
      return match satisfies never;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
