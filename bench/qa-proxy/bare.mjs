// The least that a proxy on node:http does: nothing but passing on.
import { Agent, createServer, request } from "node:http";

const [, , port, upstream] = process.argv;
const agent = new Agent({ keepAlive: true });

createServer((incoming, response) => {
  const { method, url: path, headers } = incoming;
  const outgoing = request(
    { agent, host: "127.0.0.1", port: upstream, method, path, headers },
    (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
    },
  );
  outgoing.on("error", () => response.destroy());
  incoming.pipe(outgoing);
}).listen(Number(port), "127.0.0.1");
