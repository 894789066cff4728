import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { operations } from "@ittybit/openapi";
import { describe, expect, it } from "vitest";
import type { Document } from "../../scripts/generate/document/document.js";
import { emitPostman } from "../../scripts/generate/emit-postman.js";
import { ROOT } from "./repository.js";

interface Entry {
  key: string;
  value?: string;
  type?: string;
  src?: unknown;
  description?: string;
  disabled?: true;
}

interface Request {
  method: string;
  header: Entry[];
  url: { raw: string; host: string[]; path: string[]; query: Entry[]; variable: Entry[] };
  body?: { mode: string; formdata?: Entry[]; urlencoded?: Entry[]; raw?: string };
}

interface Item {
  id: string;
  name: string;
  request: Request;
  response: {
    name: string;
    code: number;
    status: string;
    header: Entry[];
    body: string;
    originalRequest: Request;
  }[];
}

interface Collection {
  info: { name: string; schema: string };
  auth: object;
  variable: Entry[];
  item: { name: string; item: Item[] }[];
}

const collection = JSON.parse(
  await readFile(join(ROOT, "generated/postman_collection.json"), "utf8"),
) as Collection;
const items = collection.item.flatMap(({ item }) => item);
const itemOf = (id: string) => items.find((item) => item.id === id) as Item;

describe("the Postman collection", () => {
  it("has the shape of format 2.1", () => {
    expect(collection.info.schema).toBe(
      "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    );
    for (const { name, item } of collection.item) {
      expect(name).toMatch(/\w/);
      expect(item.length).toBeGreaterThan(0);
    }
    for (const { request, response } of items) {
      expectRequest(request);
      for (const saved of response) {
        expect(saved).toMatchObject({ name: expect.any(String), status: expect.stringMatching(/\w/) });
        expect(Number.isInteger(saved.code)).toBe(true);
        expectEntries(saved.header);
        expect(() => JSON.parse(saved.body)).not.toThrow();
        expectRequest(saved.originalRequest);
      }
    }
  });

  it("has one request for each operation, in a folder for each tag", () => {
    const folders = collection.item.map(({ name, item }) => [name, item.map(({ id }) => id)]);
    const tags = new Set(Object.values(operations).map(({ tag }) => tag));

    expect(Object.fromEntries(folders)).toEqual(
      Object.fromEntries(
        [...tags].map((tag) => [
          tag,
          Object.values(operations)
            .filter((operation) => operation.tag === tag)
            .map(({ operationId }) => operationId),
        ]),
      ),
    );
  });

  it("keeps both hosts, the key and the version in variables", () => {
    const variables = Object.fromEntries(collection.variable.map(({ key, value }) => [key, value]));

    expect(variables).toEqual({
      api: "https://api.ittybit.com",
      uploads: "https://uploads.ittybit.com",
      apiKey: "",
      version: "2024-03-21",
    });
    expect(collection.auth).toEqual({
      type: "bearer",
      bearer: [{ key: "token", value: "{{apiKey}}", type: "string" }],
    });
    for (const { id, request } of items) {
      const { server, path } = operations[id as keyof typeof operations];
      expect(request.url.raw).toBe(`{{${server}}}${path.replace("{id}", ":id")}`);
      expect(request.header).toContainEqual(
        expect.objectContaining({ key: "Ittybit-Version", value: "{{version}}" }),
      );
    }
  });

  it("fills a path with an example, and switches off what is optional", () => {
    const [id] = itemOf("getMedia").request.url.variable;
    const { query } = itemOf("listMedia").request.url;

    expect(id).toMatchObject({ key: "id", value: expect.stringMatching(/^\w+$/) });
    expect(query.map(({ key }) => key)).toEqual(["limit", "page", "orderBy", "order"]);
    for (const { disabled, description } of query) {
      expect(disabled).toBe(true);
      expect(description).toMatch(/\w/);
    }
  });

  it("sends a file by default, with the other way to fill the body switched off", () => {
    const entries = itemOf("createMedia").request.body?.formdata ?? [];
    const entry = (key: string) => entries.find((candidate) => candidate.key === key);

    expect(entry("file")).toMatchObject({ type: "file", src: [] });
    expect(entry("file")).not.toHaveProperty("disabled");
    expect(entry("url")).toMatchObject({
      type: "text",
      disabled: true,
      value: expect.stringMatching(/^https:/),
    });
    expect(entry("metadata[album]")).toMatchObject({ type: "text" });
  });

  it("sends an update as a form, with brackets for each metadata key", () => {
    const { body } = itemOf("updateMedia").request;

    expect(body?.mode).toBe("urlencoded");
    expect(body?.urlencoded?.map(({ key }) => key.replace(/\[\w+\]/, "[]"))).toEqual(
      expect.arrayContaining(["title", "metadata[]"]),
    );
  });

  it("saves a response for each example of each status", () => {
    for (const { id, response } of items) {
      const statuses = Object.keys(operations[id as keyof typeof operations].responses);
      const saved = new Set(response.map(({ code }) => String(code)));
      expect([...saved].sort()).toEqual(statuses.filter((status) => status !== "default").sort());
    }
    expect(itemOf("listMedia").response.filter(({ code }) => code === 200).length).toBeGreaterThan(1);
    expect(itemOf("listMedia").response.find(({ code }) => code === 429)?.header).toContainEqual(
      expect.objectContaining({ key: "Retry-After", value: expect.stringMatching(/^\d+$/) }),
    );
  });

  it("serves an API with a key in a header, no tags, and JSON bodies", () => {
    const document: Document = {
      openapi: "3.1.1",
      info: { title: "Boats", version: "1.0.0" },
      servers: [{ url: "https://api.boats.test/v1" }],
      security: [{ key: [] }],
      paths: {
        "/boats": {
          post: {
            operationId: "addBoat",
            requestBody: { content: { "application/json": { example: { name: "Ada" } } } },
            responses: {},
          },
        },
      },
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
    };
    const boats = JSON.parse(emitPostman(document));

    expect(boats.auth.apikey).toContainEqual({ key: "key", value: "X-Key", type: "string" });
    expect(boats.item).toMatchObject([
      { id: "addBoat", request: { body: { mode: "raw", raw: '{\n  "name": "Ada"\n}' } } },
    ]);
  });
});

function expectRequest({ method, header, url, body }: Request): void {
  expect(["GET", "POST", "PATCH", "DELETE"]).toContain(method);
  expect(url.raw).toBe([...url.host, ...url.path].join("/"));
  expectEntries(header);
  expectEntries(url.query);
  expectEntries(url.variable);
  const fields = body?.formdata ?? body?.urlencoded ?? [];
  if (body) expect(["formdata", "urlencoded"]).toContain(body.mode);
  for (const field of fields) {
    if (field.type === "file") expect(Array.isArray(field.src)).toBe(true);
    else expectEntries([field]);
  }
}

function expectEntries(entries: readonly Entry[]): void {
  for (const { key, value } of entries) {
    expect(key).toMatch(/\S/);
    expect(typeof value).toBe("string");
  }
}
