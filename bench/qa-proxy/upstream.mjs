// Stands for the API: answers every GET with the same bytes, as cheaply as can be.
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
const answer = Buffer.from(head.join("\r\n") + body);

createServer({ noDelay: true }, (socket) => {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end !== -1; end = text.indexOf("\r\n\r\n")) {
      text = text.slice(end + 4);
      socket.write(answer);
    }
  });
  socket.on("error", () => socket.destroy());
}).listen(Number(port), "127.0.0.1");
