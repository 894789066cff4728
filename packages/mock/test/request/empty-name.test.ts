import { createMock } from "@ittybit/mock";
import { expect, test } from "vitest";

const HEADERS = { Authorization: "Bearer test" };
const form = (type: string, body: string) => ({ headers: { ...HEADERS, "Content-Type": type }, body });
const part = (disposition: string, body: string) =>
  `--X\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`;
const image = part('name="file"; filename="a.gif"', "GIF89a");

test.each<[what: string, url: string, init: RequestInit]>([
  ["a query parameter", "https://api.ittybit.com/media?=x", { headers: HEADERS }],
  [
    "a field of a form",
    "https://api.ittybit.com/media/vJ3kq9ZtWm2d",
    { method: "PATCH", ...form("application/x-www-form-urlencoded", "=x") },
  ],
  [
    "a part",
    "https://uploads.ittybit.com/media",
    {
      method: "POST",
      ...form("multipart/form-data; boundary=X", `${part('name=""', "x")}${image}--X--\r\n`),
    },
  ],
])("%s with an empty name is rejected in the error envelope", async (_what, url, init) => {
  const mock = await createMock();
  const response = await mock.fetch(new Request(url, init));
  const { error } = (await response.json()) as {
    error: { details: { field: string | null; message: string }[] };
  };
  expect([400, 422]).toContain(response.status);
  expect(error.details.map(({ field }) => field)).not.toContain("");
  for (const { message } of error.details) expect(message).toMatch(/^\S/);
  await mock.close();
});
