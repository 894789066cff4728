import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type OperationId, operations } from "@ittybit/openapi";
import { unknownItem } from "./reading.js";
import type { Stage } from "./stage.js";

/** A small file for each operation that adds media, and its media type. */
const files = {
  createMedia: ["video.mp4", "video/mp4"],
  createVideo: ["video.webm", "video/webm"],
  createImage: ["image.png", "image/png"],
  createAudio: ["audio.m4a", "audio/mp4"],
} as const;

type Creating = keyof typeof files;

/** Situations that add media, change them and delete them. What was added is deleted whatever happens. */
export async function playWriting(stage: Stage): Promise<void> {
  const own = new Set<string>();
  try {
    for (const operation of Object.keys(files) as Creating[]) await playCreating(stage, operation, own);
    const [item] = own;
    if (item === undefined) for (const id of changing) stage.skip(id, "no item could be added");
    else await playChanging(stage, item, own);
  } finally {
    for (const item of own) await tidy(stage, item);
  }
}

/** Says what only `--write` tries. */
export function skipWriting(stage: Stage): void {
  for (const [id, { method }] of Object.entries(operations)) {
    if (method !== "GET") stage.skip(id as OperationId, "it writes (--write)");
  }
}

const changing = ["updateMedia", "deleteMedia"] as const;

async function playCreating(stage: Stage, operation: Creating, own: Set<string>): Promise<void> {
  const create = async (situation: Omit<Parameters<Stage["play"]>[0], "operation">) => {
    const answer = await stage.play({ operation, ...situation });
    const id = answer?.json?.data?.id;
    if (typeof id === "string") own.add(id);
  };
  const [name, type] = files[operation];
  const file = await fixture(name, type);
  await create({ title: "adds a file", body: form({ file, title: "Contract suite" }), expects: 201 });
  await create({
    title: "refuses a form with neither file nor url",
    body: form({ title: "x" }),
    expects: 422,
  });
  const text = new File(["text"], "a.txt", { type: "text/plain" });
  await create({ title: "refuses a text file", body: form({ file: text }), expects: 415 });
  await create({ title: "refuses half of a form", body: brokenForm, expects: 400 });
  await create({ title: "refuses a request without a key", body: form({ file }), key: "none", expects: 401 });
}

async function playChanging(stage: Stage, item: string, own: Set<string>): Promise<void> {
  const update = {
    operation: "updateMedia",
    item,
    body: fields({ title: "Contract suite, changed" }),
  } as const;
  await stage.play({ ...update, title: "changes the title", expects: 200 });
  await stage.play({
    ...update,
    title: "refuses an unknown field",
    body: fields({ titel: "x" }),
    expects: 422,
  });
  await stage.play({ ...update, title: "refuses a request without a key", key: "none", expects: 401 });
  await stage.play({ ...update, title: "knows no unknown item", item: unknownItem, expects: 404 });
  const remove = { operation: "deleteMedia", item } as const;
  await stage.play({ ...remove, title: "refuses a request without a key", key: "none", expects: 401 });
  await stage.play({ ...remove, title: "knows no unknown item", item: unknownItem, expects: 404 });
  const removed = await stage.play({ ...remove, title: "deletes its item", expects: 200 });
  if (removed?.status === 200) own.delete(item);
  await stage.play({ operation: "getMedia", item, title: "still reads a deleted item", expects: 200 });
}

/** Deletes an item of its own. */
async function tidy(stage: Stage, item: string): Promise<void> {
  const answer = await stage.tidy({
    operation: "deleteMedia",
    item,
    title: "deletes its item",
    expects: 200,
  });
  if (answer?.status !== 200) stage.warn(`left behind, delete it by hand: ${item}`);
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
