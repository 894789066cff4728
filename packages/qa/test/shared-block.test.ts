import { expect, test } from "vitest";
import { BlockPool, SharedBlock } from "../src/input/shared-block.js";

test("a block is used again only when everybody has released it", () => {
  const pool = new BlockPool(8);
  const block = pool.take();
  block.retain();
  block.release();
  expect(pool.take()).not.toBe(block);
  block.release();
  expect(pool.take()).toBe(block);
});

test("bytes of the block stay where they are, others are copied behind what it is filled with", () => {
  const block = new BlockPool(8).take();
  block.bytes.write("abcde");
  const chunk = block.filled(5);
  expect(SharedBlock.of(chunk)).toBe(block);
  expect(block.place(chunk.subarray(2, 4))).toBe(2);
  expect(block.place(Buffer.from("xy"))).toBe(5);
  expect(Buffer.from(block.memory).toString("latin1")).toBe("abcdexy\0");
  expect([block.hasRoomFor(Buffer.from("z")), block.hasRoomFor(Buffer.from("zz"))]).toEqual([true, false]);
  expect(block.hasRoomFor(chunk)).toBe(true);
});

test("a released block starts empty", () => {
  const pool = new BlockPool(4);
  const block = pool.take();
  block.place(Buffer.from("abcd"));
  block.release();
  expect(pool.take().place(Buffer.from("x"))).toBe(0);
});
