const secondClient =
  "It ignores the `servers` of an operation and sends create requests to the API host, which rejects them. For create requests, use a second client with the uploads host.";

/** How to get around what a tool cannot do, by its name. The program of the tool does the same. */
export const RECIPES: Readonly<Record<string, string>> = {
  "openapi-typescript":
    "It generates types but no client, so you write each call and its URL yourself. Send create requests to the uploads host as `FormData`, and updates as `URLSearchParams` with names such as `metadata[album]`.",
  "openapi-python-client": `${secondClient} Send metadata with \`client.get_httpx_client().patch(f"/media/{id}", data={"metadata[album]": "Coast"})\`.`,
  "@hey-api/openapi-ts": `${secondClient} To update metadata, pass a \`bodySerializer\` that returns \`URLSearchParams\` with names such as \`metadata[album]\`.`,
  orval:
    "It ignores `servers`: its functions request a path without a host. Replace `globalThis.fetch` with a function that prepends the host: the uploads host for create requests, the API host for all others.",
  "@kubb/cli": `It needs a \`kubb.config.ts\` with \`pluginOas()\`, \`pluginTs()\` and \`pluginClient({ client: "fetch" })\`. ${secondClient} Its \`fetch\` sends updates as JSON: pass \`updateMedia\` your own \`client\`, which sends \`URLSearchParams\` with names such as \`metadata[album]\`.`,
  "swagger-typescript-api": `${secondClient} It sends each property as a field with the name of the property, so pass metadata as an object with names such as \`metadata[album]\`.`,
  "@redocly/cli": `${secondClient} It sends the body that you pass unchanged: pass \`FormData\` to create media, and \`URLSearchParams\` with names such as \`metadata[album]\` to update it.`,
  "oapi-codegen": `${secondClient} Write the body of a create request with \`multipart.Writer\`, and pass it to \`CreateMediaWithBodyWithResponse\`. Send metadata with a plain \`PATCH\` of \`url.Values\`, with names such as \`metadata[album]\`.`,
  ogen: `It rejects \`encoding\` in a multipart body, so generate from a copy without it, as in the second command. ${secondClient} Set \`Metadata\` in every create request, to an empty map if you have none. Send metadata with a plain \`PATCH\` of \`url.Values\`, with names such as \`metadata[album]\`.`,
  "openapi-generator python":
    'To update metadata, call `api_client.call_api("PATCH", url, headers, post_params=[("metadata[album]", "Coast")])` and include a form-encoded `Content-Type` in the headers.',
  "openapi-generator typescript-fetch": `${secondClient} To update metadata, replace the body in the last argument of \`updateMedia\`: \`{ method: "PATCH", body: new URLSearchParams({ "metadata[album]": "Coast" }) }\`.`,
  "openapi-generator java":
    "To update metadata, send a form-encoded `PATCH` with `java.net.http.HttpClient`, with names such as `metadata[album]`.",
  "openapi-generator rust":
    "To make the client compile, delete the line that inserts `metadata` in `update_media` of `src/apis/media_api.rs`. The changed client was not tested.",
  "datamodel-code-generator":
    "It generates models but no client. With the 3.0 document, add `--strict-nullable`.",
  "openapi-spec-validator": "It validates the document.",
  "@apidevtools/swagger-parser": "It validates the document.",
  "kin-openapi": "It validates the document, for Go programs that load it.",
};
