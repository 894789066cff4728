import { connect } from "node:net";
import contract, { type HeaderPair } from "@ittybit/contract";

/** How long a server may do nothing at all. */
export const HANG_MS = 20_000;

/** How long a caller waits for a response to what may be half a request. */
interface Patience {
  /** Least time, in milliseconds. */
  readonly ms: number;
  /** What to wait for after that. On a busy machine, a request that was sent later shows that there was time enough. */
  readonly probe?: () => Promise<unknown>;
}

/**
 * Sends bytes, closes the writing half, and reads to the end. Rejects if nothing happens for 20 s.
 *
 * @param patience when to close the writing half: to a proxy, closing it means to give up. At once where it is left out
 */
export function exchangeRaw(port: number, bytes: Buffer, patience?: Patience): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let timer: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString("latin1"));
    };
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.setTimeout(HANG_MS, () => reject(new Error(`nothing happens after ${excerptOf(bytes)}`)));
    socket
      .on("data", (chunk) => chunks.push(chunk))
      .on("end", () => {
        finish();
        socket.destroy();
      })
      .on("error", finish)
      .on("close", finish);
    if (patience === undefined) socket.end(bytes);
    else {
      const { ms, probe } = patience;
      const giveUp = () => socket.end();
      socket.write(bytes);
      timer = setTimeout(() => (probe === undefined ? giveUp() : probe().then(giveUp, reject)), ms);
    }
  });
}

/** What of an input a message shows. */
export function excerptOf(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString("latin1").slice(0, 300));
}

interface ReadResponse {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: Buffer;
}

/** The responses in a text, one after the other, by their Content-Length. */
function* readResponses(text: string): Generator<ReadResponse> {
  for (let rest = text; rest !== ""; ) {
    const end = rest.indexOf("\r\n\r\n");
    const [line = "", ...fields] = rest.slice(0, end).split("\r\n");
    const headers = fields.map((field) => field.split(/: (.*)/s).slice(0, 2) as unknown as HeaderPair);
    const length = headers.find(([name]) => name.toLowerCase() === "content-length")?.[1];
    const bodyEnd = length === undefined ? rest.length : end + 4 + Number(length);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
    yield { status, headers, body: Buffer.from(rest.slice(end + 4, bodyEnd), "latin1") };
    rest = rest.slice(bodyEnd);
  }
}

/**
 * Finds the first failure response that is not in the envelope of the contract, or that says that the server failed.
 *
 * @param allowed server errors that are the right response
 */
export async function envelopeFault(text: string, allowed: readonly number[]): Promise<string | null> {
  for (const { status, headers, body } of readResponses(text)) {
    if (status < 400) continue;
    const asked = { method: "GET", url: "https://api.ittybit.com/media" };
    const { findings } = await contract.checkResponse(asked, { status, headers, body });
    if ((status >= 500 && !allowed.includes(status)) || findings.length > 0 || Number.isNaN(status))
      return `${status} ${JSON.stringify(findings)} ${body}`;
  }
  return null;
}
