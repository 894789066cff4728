/** @throws TypeError because a browser has no servers */
export async function startServer(): Promise<never> {
  throw new TypeError("A mock in a browser cannot listen.");
}
