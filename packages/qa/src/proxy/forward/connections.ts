import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Keep-alive connections to upstreams. */
export interface Connections {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  close(): void;
}

/** How long an idle connection stays open. Shorter than the usual 5 s of servers, so that the proxy closes first. */
const IDLE_TIMEOUT_MS = 4_000;

/** @param isInsecure accept any certificate */
export function openConnections(isInsecure: boolean): Connections {
  const settings = { keepAlive: true, maxFreeSockets: 512, timeout: IDLE_TIMEOUT_MS };
  const http = new HttpAgent(settings);
  const https = new HttpsAgent({ ...settings, rejectUnauthorized: !isInsecure });
  return {
    http,
    https,
    close() {
      http.destroy();
      https.destroy();
    },
  };
}
