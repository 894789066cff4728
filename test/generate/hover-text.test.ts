import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type ts from "typescript";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { typescript } from "../../scripts/typescript.js";
import { ROOT } from "./repository.js";

const text = readFileSync(join(ROOT, "generated/types.ts"), "utf8");
// Apart from the repository, so that the server does not load its whole project.
const folder = mkdtempSync(join(tmpdir(), "hover-"));
const file = join(folder, "types.ts");
writeFileSync(file, text);
afterAll(() => rmSync(folder, { recursive: true }));

/** Every property of every schema in types.ts: its dotted name, and where it stands. */
function properties(): { name: string; line: number; offset: number }[] {
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  const found: { name: string; line: number; offset: number }[] = [];
  const visit = (node: ts.Node, path: readonly string[]): void => {
    const name =
      typescript.isInterfaceDeclaration(node) || typescript.isPropertySignature(node)
        ? node.name.getText()
        : null;
    const here = name === null ? path : [...path, name];
    if (
      typescript.isPropertySignature(node) &&
      here[0] === "components" &&
      here[1] === "schemas" &&
      here.length > 3
    ) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.name.getStart());
      found.push({ name: here.slice(2).join("."), line: line + 1, offset: character + 1 });
    }
    typescript.forEachChild(node, (child) => visit(child, here));
  };
  visit(source, []);
  return found;
}

/** Asks the language server of editors for the hover text at each place. */
async function hoverTexts(places: readonly { line: number; offset: number }[]): Promise<string[]> {
  const tsserver = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
  const server = spawn(process.execPath, [tsserver, "--disableAutomaticTypingAcquisition"]);
  onTestFinished(() => void server.kill());
  const send = (seq: number, command: string, args: object) =>
    server.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
  send(0, "open", { file });
  for (const [index, place] of places.entries()) send(index + 1, "quickinfo", { file, ...place });
  const texts = new Map<number, string>();
  let output = "";
  for await (const chunk of server.stdout.setEncoding("utf8")) {
    output += chunk;
    const lines = output.split("\n");
    output = lines.pop() ?? "";
    for (const line of lines.filter((one) => one.startsWith("{"))) {
      const { type, command, request_seq, body } = JSON.parse(line);
      if (type === "response" && command === "quickinfo") texts.set(request_seq, body?.documentation ?? "");
    }
    if (texts.size === places.length) break;
  }
  return places.map((_, index) => texts.get(index + 1) ?? "");
}

it("every property of every schema shows its description in an editor", async () => {
  const places = properties();
  const texts = await hoverTexts(places);

  expect(places.length).toBeGreaterThan(150);
  expect(places.filter((_, index) => !/\w \S/.test(texts[index] ?? "")).map(({ name }) => name)).toEqual([]);
  const status = texts[places.findIndex(({ name }) => name === "MediaSummary.status")];
  expect(status).toContain("`complete`");
  const [title, width] = ["MediaSummary.title", "Source.width"].map(
    (wanted) => texts[places.findIndex(({ name }) => name === wanted)],
  );
  expect(title).toMatch(/\n\nInferred\. The reference mentions no title/);
  expect(width).toMatch(/\n\nInferred\. The reference documents playable sources/);
});
