import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Thresholds } from "../report/thresholds.js";
import type { CapturedExchange } from "./capture/captured-exchange.js";
import { ExchangeCapture } from "./capture/exchange-capture.js";
import type { MemoryBudget } from "./capture/memory-budget.js";
import type { UploadHead } from "./capture/upload-message.js";
import type { ProxyChecker } from "./check/proxy-checker.js";
import type { UnansweredRequest } from "./check/worker-message.js";
import { EnforcedResponse } from "./enforce/enforced-response.js";
import type { Connections } from "./forward/connections.js";
import { forwardResponse } from "./forward/forward-response.js";
import { ForwardedRequest } from "./forward/forwarded-request.js";
import { Pipelining } from "./forward/pipelining.js";
import type { UpstreamError } from "./forward/upstream-error.js";
import { type ListenAddress, type Listener, listen } from "./listener.js";
import { sendErrorResponse, sendRawErrorResponse } from "./respond/error-response.js";
import type { FailureEnvelope } from "./respond/failure-envelope.js";
import type { Router } from "./routing/router.js";
import type { Upstream } from "./routing/upstream.js";

/** What a proxy is made of. */
export interface ProxyContext {
  readonly address: ListenAddress;
  readonly route: Router;
  readonly connections: Connections;
  readonly keepHost: boolean;
  readonly envelope: FailureEnvelope;
  readonly checker: ProxyChecker;
  readonly budget: MemoryBudget;
  /** What answers must come up to, to be passed on; null: all are. */
  readonly enforced: Pick<Thresholds, "failOn" | "known"> | null;
  /** An upstream did not answer as one. */
  readonly onUpstreamError: (upstream: Upstream, trouble: UpstreamError) => void;
}

/** Starts to pass requests on. @throws the server's own error, with its `code` */
export function openProxy(parts: ProxyContext): Promise<Listener> {
  const { address, envelope } = parts;
  const run = randomBytes(6).toString("base64url");
  const turns = new Pipelining();
  let count = 0;
  const serve = (incoming: IncomingMessage, response: ServerResponse) => {
    count += 1;
    const id = `${run}-${count}`;
    turns.schedule(incoming, response, () => serveRequest(parts, id, incoming, response));
  };
  return listen(address, serve, (socket, status, message) =>
    sendRawErrorResponse(socket, envelope, {
      status,
      message,
      details: [],
      proxyStatus: "error=http_request_error",
    }),
  );
}

function serveRequest(
  parts: ProxyContext,
  id: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = "", url: target = "", rawHeaders: headers } = incoming;
  const { route: destinations, connections, keepHost, budget, checker, enforced } = parts;
  const destination = destinations({ method, target, headers });
  if (destination.kind === "elsewhere") {
    refuseUnknownHost(parts, destination.host, incoming, response);
    return;
  }
  const { upstream, path, url } = destination;
  const beginning = { id, started: Date.now(), url };
  const held = enforced === null ? null : new EnforcedResponse({ ...parts, enforced });
  const onEnd = (copied: CapturedExchange) => (held === null ? checker.add(copied) : held.onEnd(copied));
  const onBroken = (request: UnansweredRequest) => checker.addUnanswered(request);
  const openUpload = (head: UploadHead) => checker.openUpload(head);
  const witness = new ExchangeCapture(incoming, beginning, {
    budget,
    openUpload,
    onCaptured: onEnd,
    onUnanswered: onBroken,
  });
  new ForwardedRequest(incoming, response, {
    upstream,
    path,
    connections,
    keepHost,
    tap: witness,
    forwardResponse: held?.forwardResponse ?? forwardResponse,
    onUpstreamError: (response, trouble) => respondForUpstream(parts, upstream, trouble, response),
  });
}

function refuseUnknownHost(
  { envelope }: ProxyContext,
  host: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  incoming.resume();
  const message = `${host} is not a host of the contract, and this proxy leads to no other.`;
  sendErrorResponse(response, envelope, {
    status: 421,
    message,
    details: [],
    proxyStatus: "error=http_request_denied",
  });
}

function respondForUpstream(
  { envelope, onUpstreamError: onTrouble }: ProxyContext,
  upstream: Upstream,
  trouble: UpstreamError,
  response: ServerResponse,
): void {
  onTrouble(upstream, trouble);
  const message = `The proxy got no answer from ${upstream.origin}: ${trouble.reason}.`;
  const proxyStatus = `error=${trouble.type}`;
  sendErrorResponse(response, envelope, { status: 502, message, details: [], proxyStatus });
}
