import { type ClientRequest, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { Upstream } from "../routing/upstream.js";

/** Connections to upstreams. */
export interface Connections {
  /** Keep-alive connections. */
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  /** Opens a connection for one tunnel. */
  connect(upstream: Upstream): Socket;
  close(): void;
}

/** How long an idle connection stays open. Shorter than the usual 5 s of servers, so that the proxy closes first. */
const IDLE_TIMEOUT_MS = 4_000;

/** @param isInsecure accept any certificate */
export function openConnections(isInsecure: boolean): Connections {
  const settings = { keepAlive: true, maxFreeSockets: 512, timeout: IDLE_TIMEOUT_MS };
  const http = guardIdle(new HttpAgent(settings));
  const https = guardIdle(new HttpsAgent({ ...settings, rejectUnauthorized: !isInsecure }));
  return {
    http,
    https,
    connect: ({ hostname: host, port, isSecure }) =>
      isSecure
        ? connectSecure({
            host,
            port,
            rejectUnauthorized: !isInsecure,
            ...(isIP(host) === 0 ? { servername: host } : {}),
          })
        : connect({ host, port }),
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

/** Closes an idle connection on which bytes arrive: they would be read as the response to the next request. */
function guardIdle<Kept extends HttpAgent>(agent: Kept): Kept {
  const guards = new WeakMap<Socket, () => void>();
  const keepSocketAlive = agent.keepSocketAlive.bind(agent);
  const reuseSocket = agent.reuseSocket.bind(agent);
  agent.keepSocketAlive = (socket: Socket) => {
    const guard = () => socket.destroy();
    guards.set(socket, guard);
    socket.once("data", guard);
    return keepSocketAlive(socket);
  };
  agent.reuseSocket = (socket: Socket, request: ClientRequest) => {
    const guard = guards.get(socket);
    if (guard !== undefined) socket.off("data", guard);
    reuseSocket(socket, request);
  };
  return agent;
}
