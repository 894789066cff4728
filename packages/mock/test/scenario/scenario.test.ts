import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { createMock, type Mock, type MockOptions, type ScenarioRule } from "../../src/index.js";
import { call, form, key } from "../call-mock.js";

let mock: Mock;
const folders: string[] = [];
afterEach(async () => {
  await mock.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const create = (headers = {}) =>
  call(mock, "POST", "/media", { body: form({ url: "https://a.test/a.mp4" }), headers });
const statuses = async (count: number) => {
  const found: number[] = [];
  for (let at = 0; at < count; at++) found.push((await create()).status);
  return found;
};
const list = async (query = "") => (await call(mock, "GET", `/media${query}`)).body;
const control = (method: string, path: string, body?: unknown) =>
  call(mock, method, `/__mock/${path}`, body === undefined ? {} : { body: JSON.stringify(body) });

describe("rules", () => {
  it("status: the next calls of an operation fail, and change nothing", async () => {
    mock = await createMock({ scenario: "failing-uploads" });
    expect([await statuses(4), (await list()).meta.total]).toEqual([[503, 503, 503, 201], 14]);
  });

  it("times: concurrent calls count once each, invalid ones and those with Prefer do not", async () => {
    mock = await createMock({ scenario: { operation: "createMedia", times: 2, status: 429 } });
    expect((await call(mock, "POST", "/media", { body: form({ titel: "x" }) })).status).toBe(422);
    expect((await create({ Prefer: "code=413" })).status).toBe(413);
    const all = await Promise.all(Array.from({ length: 6 }, () => create()));
    expect(all.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it("empty: lists have no items, the media are still there", async () => {
    mock = await createMock({ scenario: "empty-library" });
    expect(await list("?page=2")).toMatchObject({ data: [], meta: { total: 0, pages: 0 } });
    expect((await call(mock, "GET", "/media/vJ3kq9ZtWm2d")).status).toBe(200);
  });

  it("page: the second page is broken", async () => {
    mock = await createMock({ scenario: "broken-second-page" });
    const pages = [1, 2, 3].map((page) => call(mock, "GET", `/media?limit=5&page=${page}`));
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([200, 500, 200]);
  });

  it("lost: the upload is stored, but no response arrives", async () => {
    mock = await createMock({ scenario: "lost-upload", seed: "empty" });
    const { url } = await mock.listen({ port: 0 });
    const body = form({ url: "https://a.test/a.mp4" });
    await expect(fetch(`${url}/media`, { method: "POST", headers: key, body })).rejects.toThrow(
      "fetch failed",
    );
    expect(mock.state()).toHaveLength(1);
  });

  it("uploadSpeed and delay take their time", async () => {
    const times = async (rule: ScenarioRule) => {
      const end = mock.scenario(rule);
      const startedAt = performance.now();
      await call(mock, "POST", "/media", {
        body: form({ file: new File([new Uint8Array(20_000)], "a.mp4", { type: "video/mp4" }) }),
      });
      end();
      return performance.now() - startedAt;
    };
    mock = await createMock();
    expect(await times({ uploadSpeed: 100_000 })).toBeGreaterThan(195);
    expect(await times({ delay: 150 })).toBeGreaterThan(145);
  });
});

describe("control", () => {
  it("adds, shows and removes rules; a reset returns to those of the start", async () => {
    mock = await createMock({ scenario: "empty-library" });
    await control("POST", "scenario", { rules: [{ status: 503, times: 2 }] });
    await control("POST", "scenario/slow-uploads");
    const { rules } = (await control("GET", "scenario")).body;
    expect(rules).toMatchObject([
      { operation: "lists", empty: true, remaining: null, text: "every call of lists: no items" },
      { status: 503, remaining: 2, text: "the next 2 calls of any operation: status 503" },
      { operation: "uploads", uploadSpeed: 100_000 },
    ]);
    expect((await control("POST", `scenario/${rules[0].id}/remove`)).body.rules).toHaveLength(2);
    expect((await control("DELETE", "scenario")).body).toEqual({ rules: [] });
    expect((await control("POST", `scenario/${rules[0].id}/remove`)).status).toBe(404);
    expect((await control("POST", "scenario/none")).status).toBe(404);
    await control("POST", "reset");
    expect((await control("GET", "scenario")).body.rules).toMatchObject([{ empty: true }]);
  });

  it("the page shows the rules, with a button to remove each", async () => {
    mock = await createMock();
    const page = async () => (await mock.fetch("http://mock.test/__mock")).text();
    expect(await page()).toContain('action="/__mock/scenario/lost-upload"');
    const pressed = await mock.fetch("http://mock.test/__mock/scenario/lost-upload", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/__mock"]);
    const shown = await page();
    expect(shown).toContain("the next call of uploads: stored, but the response is lost (1 left)");
    expect(shown).toMatch(/action="\/__mock\/scenario\/\d+\/remove"/);
  });

  it("the page completes pending media, and moves the clock", async () => {
    mock = await createMock({ seed: "empty", processing: "manual" });
    const { id } = (await create()).body.data;
    const press = (path: string, fields: Record<string, string>) =>
      mock.fetch(`http://mock.test/__mock/${path}`, { method: "POST", body: new URLSearchParams(fields) });
    expect((await press(`media/${id}/status`, { status: "failed" })).status).toBe(303);
    expect(mock.state()).toMatchObject([{ status: "failed" }]);
    expect((await press("clock", { advance: "soon" })).status).toBe(422);
  });
});

describe("a scenario that cannot be used", () => {
  it.each<[unknown, string]>([
    [
      { operation: "createMedium", status: 503 },
      "operation: operation is none of: lists, uploads, listMedia",
    ],
    [{ operation: "listMedia", status: 201 }, "status 201 is not documented for listMedia: 200, "],
    [{ status: 99 }, "status is not an HTTP status"],
    [{ times: 0, status: 503 }, "times is not a whole number from 1"],
    [{ delay: 60_001 }, "delay is not a whole number from 1 to 60000"],
    [{ fault: "reset" }, "fault is none of: slow, truncate, timeout, lost"],
    [{ statut: 503 }, "statut is not a field of a rule"],
    [{ operation: "lists" }, "a rule needs an effect"],
    [[{ status: 503 }, 5], "1: a rule is an object"],
    [{ name: "none" }, 'name: "none" is not the name of a scenario: failing-uploads'],
  ])("%j", async (rule, message) => {
    mock = await createMock();
    const { status, body } = await control("POST", "scenario", rule);
    expect([status, body.error.message]).toEqual([422, expect.stringContaining(message)]);
    expect(() => mock.scenario(rule as ScenarioRule)).toThrow(message);
  });

  it("in a file: named with its line", async () => {
    mock = await createMock();
    const folder = await mkdtemp(join(tmpdir(), "mock-scenario-"));
    folders.push(folder);
    const open = async (text: string, more: MockOptions = {}) => {
      const path = join(folder, "busy.yaml");
      await writeFile(path, text);
      return createMock({ ...more, scenario: pathToFileURL(path) });
    };
    await expect(open("rules:\n  - status: 503\n  - operation: uploads\n    fault: gone\n")).rejects.toThrow(
      "busy.yaml:4: fault is none of",
    );
    await expect(open("- empty: true\n", { stateless: true })).rejects.toThrow(
      "busy.yaml:1: empty needs a library",
    );
    await mock.close();
    mock = await open("- operation: uploads\n  times: 1\n  status: 503\n");
    expect(await statuses(2)).toEqual([503, 201]);
    await expect(createMock({ scenario: pathToFileURL(join(folder, "none.yaml")) })).rejects.toThrow(
      "none.yaml does not exist",
    );
  });
});
