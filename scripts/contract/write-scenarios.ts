import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type OperationId, operations } from "@ittybit/openapi";
import { UNKNOWN_ITEM } from "./read-scenarios.js";
import type { Runner } from "./runner.js";

/** A small file for each create operation, and its media type. */
const FILES = {
  createMedia: ["video.mp4", "video/mp4"],
  createVideo: ["video.webm", "video/webm"],
  createImage: ["image.png", "image/png"],
  createAudio: ["audio.m4a", "audio/mp4"],
} as const;

type CreateOperation = keyof typeof FILES;

/** Scenarios that create, update and delete media. Deletes what it created, whatever happens. */
export async function runWriteScenarios(runner: Runner): Promise<void> {
  const created = new Set<string>();
  try {
    for (const operation of Object.keys(FILES) as CreateOperation[])
      await runCreate(runner, operation, created);
    const [item] = created;
    if (item === undefined) for (const id of CHANGE_OPERATIONS) runner.skip(id, "no item could be created");
    else await runChange(runner, item, created);
  } finally {
    for (const item of created) await cleanUp(runner, item);
  }
}

/** Reports the scenarios that need `--write`. */
export function skipWriteScenarios(runner: Runner): void {
  for (const [id, { method }] of Object.entries(operations)) {
    if (method !== "GET") runner.skip(id as OperationId, "it writes (--write)");
  }
}

const CHANGE_OPERATIONS = ["updateMedia", "deleteMedia"] as const;

async function runCreate(runner: Runner, operation: CreateOperation, created: Set<string>): Promise<void> {
  const create = async (scenario: Omit<Parameters<Runner["run"]>[0], "operation">) => {
    const response = await runner.run({ operation, ...scenario });
    const id = response?.json?.data?.id;
    if (typeof id === "string") created.add(id);
  };
  const [name, type] = FILES[operation];
  const file = await fixture(name, type);
  await create({ title: "uploads a file", body: form({ file, title: "Contract suite" }), expects: 201 });
  await create({
    title: "rejects a form with neither file nor url",
    body: form({ title: "x" }),
    expects: 422,
  });
  const text = new File(["text"], "a.txt", { type: "text/plain" });
  await create({ title: "rejects a text file", body: form({ file: text }), expects: 415 });
  await create({ title: "rejects an incomplete form", body: brokenForm, expects: 400 });
  await create({ title: "rejects a request without a key", body: form({ file }), key: "none", expects: 401 });
}

const NEW_TITLE = "Contract suite, changed";

async function runChange(runner: Runner, item: string, created: Set<string>): Promise<void> {
  const newest = { operation: "listMedia", query: "limit=250", expects: 200 } as const;
  const lists = (json: { data?: readonly { id?: string }[] }) => json?.data?.some(({ id }) => id === item);
  await runner.run({
    ...newest,
    title: "lists the new item",
    check: (json) => (lists(json) ? null : "the item is missing"),
  });
  const update = { operation: "updateMedia", item, body: fields({ title: NEW_TITLE }) } as const;
  const updated = await runner.run({ ...update, title: "updates the title", expects: 200 });
  if (updated?.status === 200) {
    await runner.run({
      operation: "getMedia",
      item,
      title: "reads the new title",
      check: (json) => (json?.data?.title === NEW_TITLE ? null : "the title is another"),
      expects: 200,
    });
  }
  await runner.run({
    ...update,
    title: "rejects an unknown field",
    body: fields({ titel: "x" }),
    expects: 422,
  });
  await runner.run({ ...update, title: "rejects a request without a key", key: "none", expects: 401 });
  await runner.run({ ...update, title: "rejects an unknown id", item: UNKNOWN_ITEM, expects: 404 });
  const remove = { operation: "deleteMedia", item } as const;
  await runner.run({ ...remove, title: "rejects a request without a key", key: "none", expects: 401 });
  await runner.run({ ...remove, title: "rejects an unknown id", item: UNKNOWN_ITEM, expects: 404 });
  const removed = await runner.run({ ...remove, title: "deletes the item", expects: 200 });
  if (removed?.status === 200) created.delete(item);
  await runner.run({
    operation: "getMedia",
    item,
    title: "reads a deleted item",
    check: (json) => (json?.data?.deleted ? null : "it is not deleted"),
    expects: 200,
  });
  await runner.run({
    ...newest,
    title: "lists no deleted item",
    check: (json) => (lists(json) ? "the item is there" : null),
  });
}

/** Deletes an item that this run created. */
async function cleanUp(runner: Runner, item: string): Promise<void> {
  const response = await runner.cleanUp({
    operation: "deleteMedia",
    item,
    title: "deletes the item",
    expects: 200,
  });
  if (response?.status !== 200) runner.warn(`left behind, delete it by hand: ${item}`);
}

async function fixture(name: string, type: string): Promise<File> {
  const path = fileURLToPath(new URL(`../../test/fixtures/media/${name}`, import.meta.url));
  return new File([await openAsBlob(path)], basename(path), { type });
}

function form(fields: Readonly<Record<string, string | File>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const fields = (values: Record<string, string>) => new URLSearchParams(values);

const brokenForm = {
  type: "multipart/form-data; boundary=b",
  text: '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com',
};
