import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Thresholds } from "../report/thresholds.js";
import { ExchangeCapture } from "./capture/exchange-capture.js";
import type { MemoryBudget } from "./capture/memory-budget.js";
import type { ProxyChecker } from "./check/proxy-checker.js";
import { EnforcedResponse } from "./enforce/enforced-response.js";
import type { Connections } from "./forward/connections.js";
import { forwardResponse } from "./forward/forward-response.js";
import { ForwardedRequest } from "./forward/forwarded-request.js";
import { Pipelining } from "./forward/pipelining.js";
import { openTunnel } from "./forward/tunnel.js";
import type { UpstreamError } from "./forward/upstream-error.js";
import { type ListenAddress, type Listener, listen, type Rejection } from "./listener.js";
import type { WriteErrorBody } from "./respond/error-body.js";
import { noResponseError, rejectionError, unknownHost } from "./respond/proxy-errors.js";
import { findRejection } from "./respond/rejection.js";
import { sendErrorResponse, sendRawErrorResponse } from "./respond/send-error-response.js";
import type { Router } from "./routing/router.js";
import type { Upstream } from "./routing/upstream.js";

/** What a proxy works with. */
export interface ProxyContext {
  readonly address: ListenAddress;
  readonly route: Router;
  readonly connections: Connections;
  /** Forward `Host` as the caller sent it. */
  readonly keepHost: boolean;
  /** Fields that are forwarded even if `Connection` names them. */
  readonly endToEnd: ReadonlySet<string>;
  readonly writeErrorBody: WriteErrorBody;
  readonly checker: ProxyChecker;
  readonly budget: MemoryBudget;
  /** Thresholds below which a response is not forwarded; null: forward every response. */
  readonly enforced: Pick<Thresholds, "failOn" | "baseline"> | null;
  readonly onUpstreamError: (upstream: Upstream, error: UpstreamError) => void;
  /** Something that the user must know, and that is in no report. A sentence. */
  readonly onNotice: (notice: string) => void;
}

/** Starts forwarding requests. @throws the server's own error, with its `code` */
export function openProxy(context: ProxyContext): Promise<Listener> {
  const run = randomBytes(6).toString("base64url");
  const pipelining = new Pipelining();
  let count = 0;
  return listen(context.address, {
    serve: (incoming, response) => {
      count += 1;
      const id = `${run}-${count}`;
      pipelining.schedule(incoming, response, () => serveRequest(context, id, incoming, response));
    },
    upgrade: (incoming, socket, head) => serveUpgrade(context, incoming, socket, head),
    refuse: (socket, rejection) => {
      if (rejection.status === 505) context.onNotice(rejection.message);
      sendRawErrorResponse(socket, context.writeErrorBody, rejectionError(rejection));
    },
  });
}

function serveRequest(
  context: ProxyContext,
  id: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = "", url: target = "", rawHeaders: headers } = incoming;
  const { route, connections, keepHost, endToEnd, writeErrorBody, budget, checker, enforced, onNotice } =
    context;
  const rejection = findRejection(incoming);
  if (rejection !== null) {
    response.shouldKeepAlive = false;
    refuse(context, rejection, incoming, response);
    return;
  }
  const destination = route({ method, target, headers });
  if (destination.kind === "unknown-host") {
    refuse(context, unknownHost(destination.host), incoming, response);
    return;
  }
  const { upstream, path, url } = destination;
  const enforcement = enforced === null ? null : new EnforcedResponse({ checker, writeErrorBody, enforced });
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
    endToEnd,
    tap,
    forwardResponse: enforcement?.forwardResponse ?? forwardResponse,
    onUpstreamError: (response, error) => {
      context.onUpstreamError(upstream, error);
      sendErrorResponse(response, writeErrorBody, noResponseError(upstream, error));
    },
    onNotice: (deed) => onNotice(`${upstream.origin} ${deed}.`),
  });
}

/** Forwards a request for another protocol. What passes then is counted, and not checked. */
function serveUpgrade(context: ProxyContext, incoming: IncomingMessage, socket: Socket, head: Buffer): void {
  const { method = "", url: target = "", rawHeaders: headers } = incoming;
  const { route, writeErrorBody, checker } = context;
  const destination = route({ method, target, headers });
  const rejection =
    destination.kind === "unknown-host" ? unknownHost(destination.host) : findRejection(incoming);
  if (destination.kind === "unknown-host" || rejection !== null) {
    sendRawErrorResponse(socket, writeErrorBody, rejectionError(rejection ?? unknownHost("")));
    return;
  }
  checker.addUpgraded();
  const { upstream, path } = destination;
  openTunnel(incoming, socket, head, { ...context, upstream, path }, (error) => {
    context.onUpstreamError(upstream, error);
    sendRawErrorResponse(socket, writeErrorBody, noResponseError(upstream, error));
  });
}

function refuse(
  { writeErrorBody }: ProxyContext,
  rejection: Rejection,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  incoming.resume();
  sendErrorResponse(response, writeErrorBody, rejectionError(rejection));
}
