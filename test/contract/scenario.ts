import { type OperationId, operations } from "@ittybit/openapi";
import { type MediaName, mediaFile } from "@ittybit/test-support/traffic/media-file";

type Request = Omit<Scenario, "how" | "code">;
type RequestBody = NonNullable<RequestInit["body"]>;

/** A request, and the status it should get. */
export interface Scenario {
  readonly path: string;
  readonly body?: RequestBody;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How the status comes about: caused by the request; caused by the request, which a mock also asks for with
   * `Prefer`; or only asked for with `Prefer`, because nothing in a request causes it.
   */
  readonly how: "caused" | "caused and asked" | "asked";
  /** The expected status. */
  readonly code: number;
}

const FILES: Partial<Record<OperationId, MediaName>> = {
  createVideo: "video.mp4",
  createImage: "image.png",
  createAudio: "audio.m4a",
};

/**
 * The request that causes a status, or a plain one where only `Prefer` brings it.
 *
 * @param media id of a Media that may be changed or deleted
 */
export async function scenario(id: OperationId, status: string, media: string): Promise<Scenario> {
  const { path: template } = operations[id];
  const path = template.replace("{id}", media);
  const valid = { path, ...(await validBody(id)) };
  const code = status === "default" ? 500 : Number(status);
  const asked = (request: Request): Scenario => ({ ...request, how: "asked", code });
  const caused = (request: Request): Scenario => ({ ...request, how: "caused", code });

  switch (status) {
    case "200":
    case "201":
      return caused(valid);
    case "400":
      return isCreate(id) ? caused({ path, ...BROKEN_MULTIPART }) : asked(valid);
    case "401":
      return caused({ ...valid, headers: { Authorization: "" } });
    case "404":
      return { ...valid, path: template.replace("{id}", "unknown0unknown0"), how: "caused and asked", code };
    case "415":
      return caused({ path, body: form(new File(["text"], "a.txt", { type: "text/plain" })) });
    case "422":
      return caused(await invalid(id, path, template));
    default:
      return asked(valid);
  }
}

function isCreate(id: OperationId): boolean {
  return operations[id].server === "uploads";
}

async function validBody(id: OperationId): Promise<{ body?: RequestBody }> {
  if (isCreate(id)) return { body: form(await mediaFile(FILES[id] ?? "video.mp4")) };
  return operations[id].method === "PATCH" ? { body: new URLSearchParams({ title: "Contract suite" }) } : {};
}

async function invalid(id: OperationId, path: string, template: string) {
  if (isCreate(id))
    return { path, body: form(await mediaFile(FILES[id] ?? "video.mp4"), "https://a.test/b") };
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

const BROKEN_MULTIPART = {
  headers: { "Content-Type": "multipart/form-data; boundary=b" },
  body: '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com',
};
