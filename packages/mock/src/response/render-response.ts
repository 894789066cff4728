import type { MockContext } from "../context.js";
import { NO_BYTES } from "../http/bytes.js";
import type { Header } from "../http/message.js";
import type { ValidCall } from "../request/validate-request.js";
import { adaptExample } from "./adapt-example.js";
import { contentOf, encodeBody } from "./encode-body.js";
import { generateValid } from "./generate-valid.js";
import type { RenderedResponse } from "./rendered-response.js";
import { renderWithEcho } from "./response-headers.js";
import type { Selection } from "./select-response.js";
import { validated } from "./validate-response.js";

/** Renders a selected response as bytes and validates it. */
export async function renderResponse(
  context: MockContext,
  call: ValidCall,
  selection: Selection,
): Promise<RenderedResponse> {
  const { headers } = selection.response;
  return renderWithEcho(headers, call.report, (sent) => render(context, call, selection, sent));
}

function render(
  context: MockContext,
  call: ValidCall,
  selection: Selection,
  headers: readonly Header[],
): Promise<RenderedResponse> {
  const { status, response } = selection;
  switch (selection.kind) {
    case "empty":
      return validated(context, call, { status, headers, body: NO_BYTES });
    case "value": {
      const { mediaType } = selection;
      const { destination } = call;
      const shown = { documented: response.headers, sent: headers };
      const value = adaptExample(selection.value, { status, shown, destination, hosts: context.hosts });
      const withType: Header[] = [...headers, ["Content-Type", mediaType]];
      const body = encodeBody(context.document, value, contentOf(response, mediaType));
      return validated(context, call, { status, headers: withType, body });
    }
    case "generate":
      return generateValid(context, call, selection, headers);
    default:
      return selection satisfies never;
  }
}
