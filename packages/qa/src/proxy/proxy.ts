import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Demands } from "../report/thresholds.js";
import { passAnswer } from "./answer.js";
import type { Budget } from "./budget.js";
import type { Checker } from "./checker.js";
import type { Unanswered } from "./checking.js";
import type { Copied } from "./copied.js";
import type { Destinations } from "./destination.js";
import type { Envelope } from "./envelope.js";
import { ExchangeCopy } from "./exchange-copy.js";
import { excuse, excuseBytes } from "./excuse.js";
import { HeldAnswer } from "./held-answer.js";
import { type ListenAddress, type Listener, listen } from "./listener.js";
import { Passage } from "./passage.js";
import type { Trouble } from "./trouble.js";
import { Turns } from "./turns.js";
import type { UploadHead } from "./upload-copy.js";
import type { Connections, Upstream } from "./upstream.js";

/** What a proxy is made of. */
export interface ProxyParts {
  readonly address: ListenAddress;
  readonly destinations: Destinations;
  readonly connections: Connections;
  readonly keepHost: boolean;
  readonly envelope: Envelope;
  readonly checker: Checker;
  readonly budget: Budget;
  /** What answers must come up to, to be passed on; null: all are. */
  readonly enforced: Pick<Demands, "failOn" | "known"> | null;
  /** An upstream did not answer as one. */
  readonly onTrouble: (upstream: Upstream, trouble: Trouble) => void;
}

/** Starts to pass requests on. @throws the server's own error, with its `code` */
export function openProxy(parts: ProxyParts): Promise<Listener> {
  const { address, envelope } = parts;
  const run = randomBytes(6).toString("base64url");
  const turns = new Turns();
  let count = 0;
  const serve = (incoming: IncomingMessage, response: ServerResponse) => {
    count += 1;
    const id = `${run}-${count}`;
    turns.take(incoming, response, () => serveOne(parts, id, incoming, response));
  };
  return listen(address, serve, (socket, status, message) =>
    excuseBytes(socket, envelope, { status, message, details: [], proxyStatus: "error=http_request_error" }),
  );
}

function serveOne(parts: ProxyParts, id: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method = "", url: target = "", rawHeaders: headers } = incoming;
  const { destinations, connections, keepHost, budget, checker, enforced } = parts;
  const destination = destinations({ method, target, headers });
  if (destination.kind === "elsewhere") {
    refuseElsewhere(parts, destination.host, incoming, response);
    return;
  }
  const { upstream, path, url } = destination;
  const beginning = { id, started: Date.now(), url };
  const held = enforced === null ? null : new HeldAnswer({ ...parts, enforced });
  const onEnd = (copied: Copied) => (held === null ? checker.add(copied) : held.onEnd(copied));
  const onBroken = (request: Unanswered) => checker.addUnanswered(request);
  const openUpload = (head: UploadHead) => checker.openUpload(head);
  const witness = new ExchangeCopy(incoming, beginning, { budget, openUpload, onEnd, onBroken });
  new Passage(incoming, response, {
    upstream,
    path,
    connections,
    keepHost,
    witness,
    answering: held?.answering ?? passAnswer,
    excuse: (response, trouble) => excuseUpstream(parts, upstream, trouble, response),
  });
}

function refuseElsewhere(
  { envelope }: ProxyParts,
  host: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  incoming.resume();
  const message = `${host} is not a host of the contract, and this proxy leads to no other.`;
  excuse(response, envelope, { status: 421, message, details: [], proxyStatus: "error=http_request_denied" });
}

function excuseUpstream(
  { envelope, onTrouble }: ProxyParts,
  upstream: Upstream,
  trouble: Trouble,
  response: ServerResponse,
): void {
  onTrouble(upstream, trouble);
  const message = `The proxy got no answer from ${upstream.origin}: ${trouble.reason}.`;
  const proxyStatus = `error=${trouble.type}`;
  excuse(response, envelope, { status: 502, message, details: [], proxyStatus });
}
