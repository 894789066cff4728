import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Systems give these ports to no outgoing connection and to no server that asks for any port, so none takes a port
 * of them between its choice and its use.
 */
const CHOSEN_PORTS = { from: 20_000, to: 32_000 } as const;

const MAX_ATTEMPTS = 20;

/**
 * Finds a free port of 127.0.0.1: the wanted one, or any.
 * @throws when the port is not available
 */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted !== 0) return probe(wanted);
  for (let attempt = 1; ; attempt++) {
    try {
      return await probe(randomInt(CHOSEN_PORTS.from, CHOSEN_PORTS.to));
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

async function probe(port: number): Promise<number> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  server.close();
  await once(server, "close");
  return port;
}
