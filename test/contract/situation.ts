import { type OperationId, operations } from "@ittybit/openapi";
import { type MediaName, mediaFile } from "./media.js";

type RequestBody = NonNullable<RequestInit["body"]>;

/** A request that should be answered with a certain status. */
export interface Situation {
  readonly path: string;
  readonly body?: RequestBody;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether the status takes a `Prefer`: not where the request alone brings it about; sent along where only a
   * mock needs it; the only way where nothing in a request decides.
   */
  readonly prefer: "no" | "along" | "only";
  /** The status that `Prefer` asks for. */
  readonly code: number;
}

const files: Partial<Record<OperationId, MediaName>> = {
  createVideo: "video.mp4",
  createImage: "image.png",
  createAudio: "audio.m4a",
};

/**
 * The request that brings a status about.
 *
 * @param media id of a Media that may be changed or deleted
 */
export async function situation(id: OperationId, status: string, media: string): Promise<Situation> {
  const { path: template } = operations[id];
  const path = template.replace("{id}", media);
  const valid = { path, ...(await validBody(id)) };
  const code = status === "default" ? 500 : Number(status);
  const only = (request: Omit<Situation, "prefer" | "code">): Situation => ({
    ...request,
    prefer: "only",
    code,
  });
  const plain = (request: Omit<Situation, "prefer" | "code">): Situation => ({
    ...request,
    prefer: "no",
    code,
  });

  switch (status) {
    case "200":
    case "201":
      return plain(valid);
    case "400":
      return isCreate(id) ? plain({ path, ...brokenMultipart }) : only(valid);
    case "401":
      return plain({ ...valid, headers: { Authorization: "" } });
    case "404":
      return { ...valid, path: template.replace("{id}", "unknown0unknown0"), prefer: "along", code };
    case "415":
      return plain({ path, body: form(new File(["text"], "a.txt", { type: "text/plain" })) });
    case "422":
      return plain(await invalid(id, path, template));
    default:
      return only(valid);
  }
}

function isCreate(id: OperationId): boolean {
  return operations[id].server === "uploads";
}

async function validBody(id: OperationId): Promise<{ body?: RequestBody }> {
  if (isCreate(id)) return { body: form(await mediaFile(files[id] ?? "video.mp4")) };
  return operations[id].method === "PATCH" ? { body: new URLSearchParams({ title: "Contract suite" }) } : {};
}

async function invalid(id: OperationId, path: string, template: string) {
  if (isCreate(id))
    return { path, body: form(await mediaFile(files[id] ?? "video.mp4"), "https://a.test/b") };
  if (operations[id].method === "PATCH") return { path, body: new URLSearchParams({ titel: "x" }) };
  return template.includes("{id}")
    ? { path: template.replace("{id}", "a%23b") }
    : { path: `${path}?limit=251` };
}

function form(file: File, url?: string): FormData {
  const data = new FormData();
  data.set("file", file);
  if (url !== undefined) data.set("url", url);
  return data;
}

const brokenMultipart = {
  headers: { "Content-Type": "multipart/form-data; boundary=b" },
  body: '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com',
};
