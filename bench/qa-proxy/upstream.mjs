// Stands for the API: returns the same bytes for every GET, as cheaply as possible. /events sends the time and stays open.
import { createServer } from "node:net";

const [, , port, body = ""] = process.argv;
const head = [
  "HTTP/1.1 200 OK",
  "Ittybit-Version: 2024-03-21",
  "Content-Type: application/json",
  `Content-Length: ${Buffer.byteLength(body)}`,
  "",
  "",
];
const response = Buffer.from(head.join("\r\n") + body);

const stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

/** An event in a chunk. */
function event() {
  const text = `data: ${Date.now()}\n\n`;
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

createServer({ noDelay: true }, (socket) => {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end !== -1; end = text.indexOf("\r\n\r\n")) {
      socket.write(text.startsWith("GET /events ") ? stream + event() : response);
      text = text.slice(end + 4);
    }
  });
  socket.on("error", () => socket.destroy());
}).listen(Number(port), "127.0.0.1");
