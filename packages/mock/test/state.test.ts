import contract from "@ittybit/openapi/openapi.json" with { type: "json" };
import { beforeEach, describe, expect, it } from "vitest";
import { mediaContradictions } from "../../../scripts/lint/spec/example-media.js";
import { createMock, type Mock, type MockOptions } from "../src/index.js";
import { call, file, form } from "./call-mock.js";

let mock: Mock;
beforeEach(async () => {
  mock = await createMock();
});

const update = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) });
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

async function upload(path = "/media", name = "video.mp4", type = "video/mp4", fields = {}) {
  const { status, body } = await call(mock, "POST", path, {
    body: form({ file: await file(name, type), ...fields }),
  });
  expect(status).toBe(201);
  return body.data;
}

describe("what is created", () => {
  it("has a fresh id, is listed first, and is read as it was sent", async () => {
    const before = (await call(mock, "GET", "/media")).body.meta.total;
    const first = await upload("/media", "video.mp4", "video/mp4", { title: "Mine", "metadata[a]": "b" });
    const second = await upload("/images", "image.png", "image/png");
    expect(first.id).not.toBe(second.id);
    expect(first).toMatchObject({ title: "Mine", metadata: { a: "b" }, created: first.updated });

    const { body } = await call(mock, "GET", "/media?limit=2");
    expect([ids(body.data), body.meta.total]).toEqual([[second.id, first.id], before + 2]);
    expect((await call(mock, "GET", "/images?limit=1")).body.data[0].id).toBe(second.id);
    expect(ids((await call(mock, "GET", "/videos?limit=250")).body.data)).not.toContain(second.id);
    const read = await call(mock, "GET", `/media/${first.id}`);
    expect(read.body.data).toMatchObject({
      id: first.id,
      filename: "video.mp4",
      title: "Mine",
      status: "complete",
    });
    expect(read.body.links.self).toBe(`http://mock.test/media/${first.id}`);
  });

  it("is pending in the response, and complete with a source afterwards", async () => {
    const created = await upload();
    expect(created).toMatchObject({ status: "pending", sources: [], urls: { playback: null } });
    const { data } = (await call(mock, "GET", `/media/${created.id}`)).body;
    expect(data.sources).toMatchObject([{ original: true, filesize: created.filesize }]);
    expect(data.urls.playback).toBe(data.sources[0].src);
  });

  it("is not created by an invalid request, a rejected key or a preferred response", async () => {
    await call(mock, "POST", "/media", { body: form({ titel: "x" }) });
    await call(mock, "POST", "/media", {
      body: form({ url: "https://a.test/a.mp4" }),
      headers: { Authorization: "" },
    });
    for (const Prefer of ["code=201", "code=429", "example=VideoUploaded", "dynamic=true, seed=1"])
      await call(mock, "POST", "/media", {
        body: form({ url: "https://a.test/a.mp4" }),
        headers: { Prefer },
      });
    await call(mock, "POST", "/media", {
      body: form({ url: "https://a.test/a.mp4" }),
      headers: { Accept: "text/css" },
    });
    expect((await call(mock, "GET", "/media")).body.meta.total).toBe(13);
  });

  it("1,000 at once: none is lost, none is there twice", async () => {
    const created = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        call(mock, "POST", "/media", { body: form({ url: `https://a.test/${index}.mp4` }) }),
      ),
    );
    expect(new Set(created.map(({ body }) => body.data.id)).size).toBe(1000);
    const { body } = await call(mock, "GET", "/media?limit=1");
    expect(body.meta.total).toBe(1013);
  });
});

describe("what is updated", () => {
  it("stays so: in the Media and in lists, with metadata merged and an empty value removed", async () => {
    const { id } = await upload("/media", "video.mp4", "video/mp4", {
      "metadata[a]": "1",
      "metadata[b]": "2",
    });
    await call(
      mock,
      "PATCH",
      `/media/${id}`,
      update({ title: "Dusk", "metadata[b]": "", "metadata[c]": "3" }),
    );
    const expected = { id, title: "Dusk", metadata: { a: "1", c: "3" } };
    expect((await call(mock, "GET", `/media/${id}`)).body.data).toMatchObject(expected);
    expect((await call(mock, "GET", "/media?limit=1&orderBy=updated")).body.data).toMatchObject([expected]);
  });
});

describe("what is deleted", () => {
  it("is in no list, and is still read with its time of deletion; again changes nothing", async () => {
    const { id } = await upload();
    const first = await call(mock, "DELETE", `/media/${id}`);
    expect(first).toMatchObject({
      status: 200,
      body: { data: { id, deleted: expect.any(String), sources: [] } },
    });
    expect((await call(mock, "DELETE", `/media/${id}`)).body).toEqual(first.body);
    expect((await call(mock, "GET", `/media/${id}`)).body.data).toEqual(first.body.data);
    expect(ids((await call(mock, "GET", "/media?limit=250")).body.data)).not.toContain(id);
    expect((await call(mock, "GET", "/media")).body.meta.total).toBe(13);
  });

  it("cannot be updated: 404", async () => {
    await call(mock, "DELETE", "/media/vJ3kq9ZtWm2d");
    const { status, body } = await call(mock, "PATCH", "/media/vJ3kq9ZtWm2d", update({ title: "x" }));
    expect([status, body.error.message]).toEqual([404, "The media vJ3kq9ZtWm2d was deleted."]);
  });
});

it("each mock has a library of its own", async () => {
  await upload();
  const other = await createMock();
  expect((await call(other, "GET", "/media")).body.meta.total).toBe(13);
});

it("stateless: nothing is kept", async () => {
  mock = await createMock({ stateless: true });
  const { id } = await upload();
  expect((await call(mock, "GET", "/media")).body.meta.total).toBe(13);
  expect((await upload()).id).toBe(id);
  await call(mock, "DELETE", "/media/vJ3kq9ZtWm2d");
  expect((await call(mock, "GET", "/media/vJ3kq9ZtWm2d")).body.data.deleted).toBeNull();
});

it("stateless: no item of a list contradicts itself when it is read", async () => {
  mock = await createMock({ stateless: true });
  const { body } = await call(mock, "GET", "/media?limit=250");
  const read = await Promise.all(ids(body.data).map((id) => call(mock, "GET", `/media/${id}`)));
  const found = read.flatMap(({ body }) => [...mediaContradictions(body.data)]);
  expect([read.length, found]).toEqual([13, []]);
});

describe("an operation on a path below that of a Media", () => {
  const listSources = {
    operationId: "listSources",
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
    responses: {
      "200": {
        description: "The sources.",
        content: { "application/json": { schema: { type: "object" }, example: { data: ["one"] } } },
      },
      "404": { $ref: "#/components/responses/NotFound" },
    },
  };

  it("returns its example for a Media of the library, and with 404 for any other", async () => {
    const paths = { ...contract.paths, "/media/{id}/sources": { get: listSources } };
    const document = { ...contract, paths } as MockOptions["document"] & object;
    const nested = await createMock({ document });
    const [{ id }] = (await call(nested, "GET", "/media?limit=1")).body.data;
    expect(await call(nested, "GET", `/media/${id}/sources`)).toMatchObject({
      status: 200,
      body: { data: ["one"] },
    });
    expect(await call(nested, "GET", "/media/unknown/sources")).toMatchObject({
      status: 404,
      body: { error: { code: "not_found", details: [{ location: "path", field: "id" }] } },
    });
    await nested.close();
  });
});
