// @ts-nocheck: an address is known to be one
// Reads requests and throws their bodies away; returns a minimal envelope for each. Prints its port.
import { createServer } from "node:http";

const server = createServer((incoming, outgoing) => {
  const self = `http://${incoming.headers.host}${incoming.url}`;
  const envelope = JSON.stringify({ meta: { id: "r" }, data: [], links: { self, next: null } });
  incoming
    .resume()
    .on("end", () => outgoing.writeHead(200, { "content-type": "application/json" }).end(envelope));
});
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
