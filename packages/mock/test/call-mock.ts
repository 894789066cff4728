import { readFile } from "node:fs/promises";
import type { Mock } from "../src/index.js";

const media = new URL("../../../test/fixtures/media/", import.meta.url);

export const key = { Authorization: "Bearer key" };

/** A response of the API, loosely typed. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at any part of a response
  readonly body: any;
}

/** Calls a mock in process, by default with a key, and reads the response as JSON. */
export async function call(
  mock: Mock,
  method: string,
  url: string,
  init: RequestInit = {},
): Promise<ApiResponse> {
  const address = url.startsWith("http") ? url : `http://mock.test${url}`;
  const headers = { ...key, ...(init.headers as Record<string, string>) };
  const response = await mock.fetch(new Request(address, { method, ...init, headers }));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

/** A real file of test/fixtures/media. */
export async function file(name: string, type: string): Promise<File> {
  return new File([await readFile(new URL(name, media))], name, { type });
}

export function form(fields: Readonly<Record<string, string | File>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
