import { type Call, fieldsOfCall, urlOf } from "./call.js";

/** A call with the platform's own fetch. */
export function fetchSample(call: Call): string {
  return [
    ...(call.file ? ['import { openAsBlob } from "node:fs";', ""] : []),
    ...bodyLines(call),
    `const response = await fetch("${urlOf(call)}", {`,
    ...(call.method === "GET" ? [] : [`  method: "${call.method}",`]),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is the template
    "  headers: { Authorization: `Bearer ${process.env.ITTYBIT_API_KEY}` },",
    ...(call.encoding === "none" ? [] : ["  body: form,"]),
    "});",
    "if (!response.ok) throw new Error(await response.text());",
    "const { data } = (await response.json()) as { data: unknown };",
    "console.log(data);",
    "",
  ].join("\n");
}

function bodyLines(call: Call): string[] {
  if (call.encoding === "none") return [];
  const { file } = call;
  return [
    `const form = new ${call.encoding === "form" ? "URLSearchParams" : "FormData"}();`,
    ...(file
      ? [
          `const bytes = await openAsBlob("${file.name}", { type: "${file.mediaType}" });`,
          `form.append("${file.part}", bytes, "${file.name}");`,
        ]
      : []),
    ...fieldsOfCall(call).map(
      ([name, text]) => `form.append(${JSON.stringify(name)}, ${JSON.stringify(text)});`,
    ),
  ];
}
