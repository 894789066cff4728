import type { Exchange, HeaderPair } from "@ittybit/contract";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";

/** A secret that must be in no output, whole or in parts. */
export const SECRET = "SECRETxK7vWm2Lp9";

/** The response repeats the secret beside the faulty member: removing it there needs it found in its place. */
export const base: Exchange = altered("/media/med_123", (body) => {
  delete body.data.kind;
  body.data.id = SECRET;
});

/** The same without the repetition, for secrets that hold more than that. */
const silent = altered("/media/med_123", (body) => delete body.data.kind).response;
export const unrepeated = ({ request }: Exchange): Exchange => ({ request, response: silent });

export const BEARER: HeaderPair = ["Authorization", "Bearer another-key-1"];

export const request = (change: Partial<Exchange["request"]>): Exchange => ({
  ...base,
  request: { ...base.request, headers: [BEARER], ...change },
});
export const sentHeader = (name: string, value: string) => request({ headers: [[name, value]] });
export const receivedHeader = (name: string, value: string): Exchange => ({
  request: { ...base.request, headers: [BEARER] },
  response: { ...base.response, headers: [...base.response.headers, [name, value]] },
});
export const sentTo = (suffix: string) => request({ url: `${base.request.url}${suffix}` });
export const sentBody = (mediaType: string, body: string | Uint8Array, ...headers: HeaderPair[]) =>
  request({
    method: "PATCH",
    headers: [BEARER, ["Content-Type", mediaType], ...headers],
    body: Buffer.from(body),
  });
export const sentJson = (value: unknown) => sentBody("application/json", JSON.stringify(value));
export const received = (
  mediaType: string,
  body: string | Uint8Array,
  ...headers: HeaderPair[]
): Exchange => ({
  request: { ...base.request, headers: [BEARER] },
  response: { status: 200, headers: [["Content-Type", mediaType], ...headers], body: Buffer.from(body) },
});
// biome-ignore lint/suspicious/noExplicitAny: a body is changed by hand
export const receivedData = (change: (data: any) => unknown): Exchange => {
  const { response } = altered("/media/med_123", (body) => {
    delete body.data.kind;
    body.data.id = SECRET;
    change(body.data);
  });
  return { request: { ...base.request, headers: [BEARER] }, response };
};
export const multipart = (head: string, value = SECRET) =>
  sentBody(
    "multipart/form-data; boundary=cut",
    `--cut\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n--cut--\r\n`,
  );
export const base64 = (text: string) => Buffer.from(text).toString("base64");
export const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("");
export const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));
export const signed = (suffix: string) => `https://cdn.example.com/v.mp4${suffix}`;
