import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { Upstream } from "../routing/upstream.js";
import { expectNothing } from "./upstream-input.js";

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

/** Closes idle connections on which bytes arrive. */
function guardIdle<Kept extends HttpAgent>(agent: Kept): Kept {
  const keepSocketAlive = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (socket: Socket) => {
    expectNothing(socket);
    return keepSocketAlive(socket);
  };
  return agent;
}
