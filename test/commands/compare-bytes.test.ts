import { expect, it } from "vitest";

const bytes = Uint8Array.of(1, 2, 3);

it("equal bytes are equal, on their own and inside of values", () => {
  expect({ body: Uint8Array.of(1, 2, 3) }).toEqual({ body: bytes });
  expect([Uint8Array.of(1, 2, 3)]).toStrictEqual([bytes]);
});

it.each([
  ["another byte", Uint8Array.of(1, 2, 4)],
  ["fewer bytes", Uint8Array.of(1, 2)],
  ["no bytes", [1, 2, 3]],
])("%s differ", (_name, other) => {
  expect({ body: other }).not.toEqual({ body: bytes });
});

it("bytes of another type differ strictly", () => {
  expect(Buffer.from(bytes)).not.toStrictEqual(bytes);
});
