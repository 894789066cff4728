import { freePort } from "./free-port.js";

/**
 * Starts a server.
 * @throws when the port is not available, with the flag that chooses another
 */
export async function listening<Server>(
  flag: string,
  port: number,
  start: () => Promise<Server>,
): Promise<Server> {
  try {
    return await start();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem =
      code === "EADDRINUSE" ? "is in use: stop what listens there" : `is not available (${message})`;
    throw new Error(`Port ${port} ${problem}, or give another with --${flag}.`);
  }
}

/**
 * Reports a port of 127.0.0.1 that is in use before any work is done for it.
 * @throws as {@link listening} does
 */
export async function requireFree(flag: string, port: number): Promise<void> {
  await listening(flag, port, () => freePort(port));
}
