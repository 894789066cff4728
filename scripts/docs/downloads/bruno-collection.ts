import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import type { Document } from "../../generate/document/document.js";
import { operationList, serverList, serverName } from "../../generate/document/operation-list.js";
import { formPairs } from "../operation/form-pairs.js";
import { callOf } from "../samples/call.js";

const mockUrl = `http://127.0.0.1:${DEFAULT_PORTS.mock}`;

/**
 * Creates a Bruno collection: the text of each request by its path. Hosts and key are variables of an environment. The
 * key is secret, so Bruno never writes it to a file.
 */
export function brunoCollection(document: Document): Map<string, string> {
  const { title: name } = document.info;
  const manifest = { version: "1", name, type: "collection", ignore: ["node_modules", ".git"] };
  const requests = operationList(document).map((listed, index) => {
    const { operationId, summary = operationId, tags: [folder = "Other"] = [] } = listed.operation;
    const text = request(summary, index + 1, callOf(document, listed), serverName(listed.server));
    return [`${folder}/${operationId}.bru`, text] as const;
  });
  return new Map([
    ["bruno.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["collection.bru", "auth {\n  mode: bearer\n}\n\nauth:bearer {\n  token: {{apiKey}}\n}\n"],
    [
      "environments/Production.bru",
      environment([...serverList(document)].map(([name, { url }]) => [name, url])),
    ],
    ["environments/Mock.bru", environment([...serverList(document).keys()].map((name) => [name, mockUrl]))],
    ...requests,
  ]);
}

function environment(servers: readonly (readonly [string, string])[]): string {
  const lines = servers.map(([name, url]) => `  ${name}: ${url}`);
  return `vars {\n${lines.join("\n")}\n}\nvars:secret [\n  apiKey\n]\n`;
}

function request(name: string, sequence: number, call: ReturnType<typeof callOf>, server: string): string {
  const body = { none: "none", multipart: "multipartForm", form: "formUrlEncoded" }[call.encoding];
  const path = call.template.replace(/\{(\w+)\}/g, ":$1");
  return [
    block("meta", [`name: ${name.replaceAll("/", "-")}`, "type: http", `seq: ${sequence}`]),
    block(call.method.toLowerCase(), [`url: {{${server}}}${path}`, `body: ${body}`, "auth: inherit"]),
    pairs("params:query", Object.entries(call.query), "~"),
    pairs("params:path", Object.entries(call.pathParameters)),
    bodyBlock(call),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function bodyBlock({ encoding, file, body }: ReturnType<typeof callOf>): string {
  if (encoding === "none") return "";
  const fields = formPairs(body);
  if (encoding === "form") return pairs("body:form-urlencoded", fields);
  const part: typeof fields = file ? [[file.part, `@file(${file.name})`]] : [];
  return pairs("body:multipart-form", [...part, ...fields]);
}

const block = (name: string, lines: readonly string[]): string =>
  `${name} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}\n`;

/** @param mark `~` before a pair that is there to be switched on */
const pairs = (name: string, entries: readonly (readonly [string, unknown])[], mark = ""): string =>
  entries.length === 0
    ? ""
    : block(
        name,
        entries.map(([key, value]) => `${mark}${key}: ${value}`),
      );
