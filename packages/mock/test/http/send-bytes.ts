import { connect } from "node:net";

/** Writes bytes to a server and reads until it closes. Once the text matches `until`, it writes `more`, or stops. */
export async function sendBytes(url: string, bytes: string, until?: RegExp, more?: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let text = "";
  socket.write(bytes, "latin1");
  for await (const chunk of socket) {
    text += chunk;
    if (until?.test(text)) {
      if (more === undefined) break;
      socket.write(more);
      until = undefined;
    }
  }
  return text;
}
