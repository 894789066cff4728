import { connect, type Socket } from "node:net";

/** What a load of requests measured. */
export interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds that 99 of 100 requests took at most. */
  readonly p99: number;
}

/**
 * Repeats one request over persistent connections, one at a time on each. Reads no more of a response than
 * where it ends, so that what is measured is the server.
 *
 * @throws when a response has another status
 */
export async function load(
  port: number,
  request: Buffer,
  { status, milliseconds, connections = 16 }: { status: number; milliseconds: number; connections?: number },
): Promise<Load> {
  const times: number[] = [];
  const start = performance.now();
  const until = start + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(port, "127.0.0.1").setNoDelay();
      try {
        while (performance.now() < until) {
          const begin = performance.now();
          await exchange(socket, request, status);
          times.push(performance.now() - begin);
        }
      } finally {
        socket.destroy();
      }
    }),
  );
  times.sort((a, b) => a - b);
  const seconds = (performance.now() - start) / 1000;
  return { rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function exchange(socket: Socket, request: Buffer, status: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const fail = (error?: Error) => reject(error ?? new Error("the connection was closed"));
    const read = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (!isWhole(text)) return;
      socket.off("data", read).off("error", fail).off("close", fail);
      if (text.startsWith(`HTTP/1.1 ${status} `)) resolve();
      else reject(new Error(`expected ${status}: ${text.slice(0, 400)}`));
    };
    socket.on("data", read).on("error", fail).on("close", fail);
    socket.write(request);
  });
}

function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /^content-length: *(\d+)\r?$/im.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith("\r\n0\r\n\r\n") : text.length >= head + 4 + Number(length);
}
