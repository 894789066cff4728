import { describe, expect, test, vi } from "vitest";
import type { Execute } from "../src/request/prepare.js";
import type { Target } from "../src/request/url.js";
import { resources } from "../src/resources.js";

const text = { required: true, type: "string" };
const SOURCES: Target = {
  ...{ method: "GET", path: "/media/{id}/sources", server: "api", mediaType: null, base: "" },
  ...{ resource: "media.sources", verb: "list", params: { path: { id: text }, query: {} } },
};
const SOURCE: Target = {
  ...SOURCES,
  ...{
    path: "/media/{id}/sources/{source}",
    verb: "get",
    params: { path: { id: text, source: text }, query: {} },
  },
};

describe("a resource below another", () => {
  const execute = vi.fn<Execute>(async () => ({ success: { meta: {}, data: [], links: {} } }));
  const { media } = resources(execute, [SOURCES, SOURCE]) as unknown as {
    media: { sources: Record<"list" | "get", (...args: unknown[]) => PromiseLike<unknown>> };
  };

  test("lists by the path parameters, then the query, then the options", async () => {
    await media.sources.list("m1", { limit: 2 }, { timeout: 9 });
    expect(execute).toHaveBeenLastCalledWith(
      SOURCES,
      { params: { path: { id: "m1" }, query: { limit: 2 } } },
      { timeout: 9 },
    );
  });

  test("gets by every path parameter, in the order of the path", async () => {
    await media.sources.get("m1", "s1", { timeout: 9 });
    expect(execute).toHaveBeenLastCalledWith(
      SOURCE,
      { params: { path: { id: "m1", source: "s1" } } },
      { timeout: 9 },
    );
  });
});
