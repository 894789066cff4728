import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Thresholds } from "../report/thresholds.js";
import { ExchangeCapture } from "./capture/exchange-capture.js";
import type { MemoryBudget } from "./capture/memory-budget.js";
import type { ProxyChecker } from "./check/proxy-checker.js";
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

/** What a proxy works with. */
export interface ProxyContext {
  readonly address: ListenAddress;
  readonly route: Router;
  readonly connections: Connections;
  /** Forward `Host` as the caller sent it. */
  readonly keepHost: boolean;
  readonly envelope: FailureEnvelope;
  readonly checker: ProxyChecker;
  readonly budget: MemoryBudget;
  /** Thresholds below which a response is not forwarded; null: forward every response. */
  readonly enforced: Pick<Thresholds, "failOn" | "known"> | null;
  readonly onUpstreamError: (upstream: Upstream, error: UpstreamError) => void;
}

/** Starts forwarding requests. @throws the server's own error, with its `code` */
export function openProxy(context: ProxyContext): Promise<Listener> {
  const { address, envelope } = context;
  const run = randomBytes(6).toString("base64url");
  const pipelining = new Pipelining();
  let count = 0;
  const serve = (incoming: IncomingMessage, response: ServerResponse) => {
    count += 1;
    const id = `${run}-${count}`;
    pipelining.schedule(incoming, response, () => serveRequest(context, id, incoming, response));
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
  context: ProxyContext,
  id: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = "", url: target = "", rawHeaders: headers } = incoming;
  const { route, connections, keepHost, budget, checker, enforced } = context;
  const destination = route({ method, target, headers });
  if (destination.kind === "unknown-host") {
    refuseUnknownHost(context, destination.host, incoming, response);
    return;
  }
  const { upstream, path, url } = destination;
  const enforcement = enforced === null ? null : new EnforcedResponse({ ...context, enforced });
  const tap = new ExchangeCapture(
    incoming,
    { id, started: Date.now(), url },
    {
      budget,
      openUpload: (head) => checker.openUpload(head),
      onCaptured: (exchange) =>
        enforcement === null ? checker.add(exchange) : enforcement.onCaptured(exchange),
      onUnanswered: (request) => checker.addUnanswered(request),
    },
  );
  new ForwardedRequest(incoming, response, {
    upstream,
    path,
    connections,
    keepHost,
    tap,
    forwardResponse: enforcement?.forwardResponse ?? forwardResponse,
    onUpstreamError: (response, error) => respondForUpstream(context, upstream, error, response),
  });
}

function refuseUnknownHost(
  { envelope }: ProxyContext,
  host: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  incoming.resume();
  const message = `${host} is not a host of the contract, and this proxy forwards to no other.`;
  sendErrorResponse(response, envelope, {
    status: 421,
    message,
    details: [],
    proxyStatus: "error=http_request_denied",
  });
}

function respondForUpstream(
  { envelope, onUpstreamError }: ProxyContext,
  upstream: Upstream,
  error: UpstreamError,
  response: ServerResponse,
): void {
  onUpstreamError(upstream, error);
  const message = `The proxy got no response from ${upstream.origin}: ${error.reason}.`;
  const proxyStatus = `error=${error.type}`;
  sendErrorResponse(response, envelope, { status: 502, message, details: [], proxyStatus });
}
