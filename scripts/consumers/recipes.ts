const secondClient =
  "It ignores the server of an operation, so creations go to the API host, which refuses them. Make a second client with the uploads host for them.";

/** How to get around what a tool cannot do, by its name. The program of the tool does the same. */
export const RECIPES: Readonly<Record<string, string>> = {
  "openapi-typescript":
    "It makes types and no client: the address of each call is your own. Build the body of a creation as a `FormData`, and of an update as `URLSearchParams` with names such as `metadata[album]`.",
  "openapi-python-client": `${secondClient} Send metadata with \`client.get_httpx_client().patch(f"/media/{id}", data={"metadata[album]": "Coast"})\`.`,
  "@hey-api/openapi-ts": `${secondClient} To update metadata, pass a \`bodySerializer\` that returns \`URLSearchParams\` with names such as \`metadata[album]\`.`,
  orval:
    "Its functions request a path without a host. Replace `globalThis.fetch` with a function that puts the host in front of the path: the uploads host for creations, the API host for the rest.",
  "@kubb/cli": `It needs a \`kubb.config.ts\` with \`pluginOas()\`, \`pluginTs()\` and \`pluginClient({ client: "fetch" })\`. ${secondClient} Its \`fetch\` sends the body of an update as JSON: pass a \`client\` of your own to \`updateMedia\` that sends \`URLSearchParams\`, with names such as \`metadata[album]\`.`,
  "swagger-typescript-api": `${secondClient} It sends each property as a field of its name, so pass metadata as a record with names such as \`metadata[album]\`.`,
  "@redocly/cli": `${secondClient} It sends a body as it is given: a \`FormData\` for a creation, and \`URLSearchParams\` with names such as \`metadata[album]\` for an update.`,
  "oapi-codegen": `${secondClient} Write the body of a creation with \`multipart.Writer\`, and pass it to \`CreateMediaWithBodyWithResponse\`. Send metadata with a plain \`PATCH\` of \`url.Values\`, with names such as \`metadata[album]\`.`,
  ogen: `It refuses \`encoding\` of a multipart body, so generate from a copy without it, as in the second command. ${secondClient} Set \`Metadata\` of each creation, to an empty map if there is none. Send metadata with a plain \`PATCH\` of \`url.Values\`, with names such as \`metadata[album]\`.`,
  "openapi-generator python":
    'To update metadata, call `api_client.call_api("PATCH", url, headers, post_params=[("metadata[album]", "Coast")])` with a form-encoded `Content-Type` among the headers.',
  "openapi-generator typescript-fetch": `${secondClient} To update metadata, replace the body in the last argument of \`updateMedia\`: \`{ method: "PATCH", body: new URLSearchParams({ "metadata[album]": "Coast" }) }\`.`,
  "openapi-generator java":
    "To update metadata, send a form-encoded `PATCH` with `java.net.http.HttpClient`, with names such as `metadata[album]`.",
  "openapi-generator rust":
    "Delete the line that inserts `metadata` in `update_media` of `src/apis/media_api.rs`, and the client compiles. This suite does not run it.",
  "datamodel-code-generator": "It makes models and no client. With the 3.0 form, add `--strict-nullable`.",
  "openapi-spec-validator": "It validates the document.",
  "@apidevtools/swagger-parser": "It validates the document.",
  "kin-openapi": "It validates the document, for Go programs that load it.",
};
