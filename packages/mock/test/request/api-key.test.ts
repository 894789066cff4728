import contract from "@ittybit/contract";
import { describe, expect, test } from "vitest";
import { checkApiKey } from "../../src/request/api-key.js";

const operation = contract.operations[0];
const statusOf = (sent: string, apiKey: string | null) =>
  operation && (checkApiKey(operation, [["Authorization", `Bearer ${sent}`]], apiKey)?.status ?? 200);

describe("an API key", () => {
  test.each([
    ["any", "anything", null, 200],
    ["the unknown one", "unknown", null, 401],
    ["the right one", "secret", "secret", 200],
    ["the right one, called unknown", "unknown", "unknown", 200],
    ["a wrong one", "anything", "secret", 401],
  ])("%s", (_, sent, apiKey, status) => {
    expect(statusOf(sent, apiKey)).toBe(status);
  });
});
