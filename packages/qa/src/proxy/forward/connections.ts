import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Connections to upstreams, kept open between requests. */
export interface Connections {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  close(): void;
}

/** Unused connections are closed after this time, in milliseconds: sooner than servers do, who often wait 5 s. */
const IDLE_TIMEOUT_MS = 4_000;

/** @param isInsecure certificates are not checked */
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
