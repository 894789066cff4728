import type { Call } from "./call.js";
import { literal } from "./literal.js";

/** A call with the client of this project, which chooses the host and the body format. */
export function clientSample(call: Call): string {
  return [
    'import { createClient } from "@ittybit/client";',
    "",
    'const ittybit = createClient({ apiKey: process.env.ITTYBIT_API_KEY ?? "" });',
    `const { data } = await ittybit.${call.clientName}(${given(call).join(", ")}).orThrow();`,
    "console.log(data);",
    "",
  ].join("\n");
}

/** Path parameters one by one, then the query or the body. */
function given({ pathParameters, query, body, file, encoding }: Call): string[] {
  const fields = [
    ...(file ? [`${file.part}: { path: "${file.name}" }`] : []),
    ...Object.entries(body).map(([key, value]) => `${key}: ${literal(value)}`),
  ];
  return [
    ...Object.values(pathParameters).map(literal),
    ...(Object.keys(query).length > 0 ? [literal(query)] : []),
    ...(encoding === "none"
      ? []
      : [fields.length > 1 ? `{\n  ${fields.join(",\n  ")},\n}` : `{ ${fields.join()} }`]),
  ];
}
