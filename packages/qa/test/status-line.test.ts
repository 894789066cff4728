import { expect, test } from "vitest";
import { StatusLine } from "../src/cli/status-line.js";

const screen = (drawn: string[], columns = 80) => ({
  columns,
  draw: (text: string) => drawn.push(text),
  clock: () => 0,
});

test("the status line fits the terminal, and is erased before a message and at the end", () => {
  const drawn: string[] = [];
  const status = new StatusLine(screen(drawn, 10), () => "12 exchanges checked");
  status.erase();
  status.end();
  expect(drawn).toEqual(["\r\u001b[2K12 exchan", "\r\u001b[2K"]);
});
