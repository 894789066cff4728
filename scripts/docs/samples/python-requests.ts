import { type Call, fieldsOfCall, urlOf } from "./call.js";

/** A call with Python's requests. */
export function requestsSample(call: Call): string {
  const url = urlOf({ ...call, query: {} });
  const fields = fieldsOfCall(call).map(([name, text]) => `${JSON.stringify(name)}: ${JSON.stringify(text)}`);
  const query = Object.entries(call.query).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  const { file } = call;
  const lines = [
    `response = requests.${call.method.toLowerCase()}(`,
    `    "${url}",`,
    `    headers={"Authorization": f"Bearer {os.environ['ITTYBIT_API_KEY']}"},`,
    ...(query.length > 0 ? [`    params={${query.join(", ")}},`] : []),
    ...(file ? [`    files={"${file.part}": ("${file.name}", file, "${file.mediaType}")},`] : []),
    ...(fields.length > 0 ? [`    data={${fields.join(", ")}},`] : []),
    "    timeout=60,",
    ")",
  ];
  const request = file
    ? [`with open("${file.name}", "rb") as file:`, ...lines.map((line) => `    ${line}`)]
    : lines;
  return [
    "import os",
    "",
    "import requests",
    "",
    ...request,
    "response.raise_for_status()",
    'print(response.json()["data"])',
    "",
  ].join("\n");
}
