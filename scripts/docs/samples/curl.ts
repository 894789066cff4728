import { type Call, fieldsOfCall, urlOf } from "./call.js";

/** A call as a curl command. It reads the key from the environment, so that nobody pastes one into a script. */
export function curlSample(call: Call): string {
  const flag = call.encoding === "form" ? "--data-urlencode" : "--form-string";
  const lines = [
    `curl --fail-with-body${method(call)} "${urlOf(call)}"`,
    `--header "Authorization: Bearer $ITTYBIT_API_KEY"`,
    call.file && `--form "${call.file.part}=@${call.file.name};type=${call.file.mediaType}"`,
    ...fieldsOfCall(call).map(([name, text]) => `${flag} "${name}=${text}"`),
  ];
  return `${lines.filter(Boolean).join(" \\\n  ")}\n`;
}

/** curl chooses GET without a body and POST with one. */
function method({ method, encoding }: Call): string {
  return method === (encoding === "none" ? "GET" : "POST") ? "" : ` --request ${method}`;
}
