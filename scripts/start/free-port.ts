import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Finds a free port of 127.0.0.1: the wanted one, or any.
 * @throws when the port is not available
 */
export async function freePort(wanted = 0): Promise<number> {
  const probe = createServer().listen(wanted, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
