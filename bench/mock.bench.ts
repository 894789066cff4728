import type { Row } from "./bench.js";
import { type Load, load } from "./mock-load.js";
import { type Server, startMock, startPrism } from "./mock-servers.js";

export const title = "mock: against plain `prism mock` on the same contract";

const head = (line: string, more = "") =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key\r\n${more}\r\n`;

const fields = ["url", "https://example.com/harbour.mp4", "title", "Harbour"];
const parts = `--b\r\nContent-Disposition: form-data; name="${fields[0]}"\r\n\r\n${fields[1]}\r\n--b\r\nContent-Disposition: form-data; name="${fields[2]}"\r\n\r\n${fields[3]}\r\n--b--\r\n`;

const calls = [
  { name: "listMedia", status: 200, times: 4, bytes: head("GET /media") },
  { name: "getMedia", status: 200, times: 4, bytes: head("GET /media/vJ3kq9ZtWm2d") },
  {
    name: "createMedia, 0.2 KB",
    status: 201,
    times: 2,
    bytes:
      head(
        "POST /media",
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${parts.length}\r\n`,
      ) + parts,
  },
] as const;

/** Rounds per server, in alternation, so that a busy machine slows both equally; the best one counts. */
const ROUNDS = 3;
const LOAD_MS = 2500;

export async function* run(): AsyncGenerator<Row> {
  const prism = await startPrism();
  const mock = await startMock();
  try {
    const note = `${mock.firstResponse.toFixed(0)} ms, Prism ${prism.firstResponse.toFixed(0)} ms`;
    yield {
      name: "first response after start",
      value: mock.firstResponse / prism.firstResponse,
      unit: "x",
      limit: 1,
      note,
    };
    for (const call of calls) yield* compare(call, mock, prism);
  } finally {
    await Promise.all([mock.close(), prism.close()]);
  }
}

async function* compare({ name, status, times, bytes }: (typeof calls)[number], mock: Server, prism: Server) {
  const ours: Load[] = [];
  const theirs: Load[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    ours.push(await load(mock.port, Buffer.from(bytes), { status, milliseconds: LOAD_MS }));
    theirs.push(await load(prism.port, Buffer.from(bytes), { status, milliseconds: LOAD_MS }));
  }
  const [best, other] = [fastest(ours), fastest(theirs)];
  const note = `${best.rate.toFixed(0)}/s, Prism ${other.rate.toFixed(0)}/s: ${(best.rate / other.rate).toFixed(1)} times`;
  yield {
    name: `${name}: time of Prism's`,
    value: other.rate / best.rate,
    unit: "x",
    limit: 1 / times,
    note,
  };
  yield {
    name: `${name}: p99 with 16 connections`,
    value: best.p99,
    unit: "ms",
    limit: null,
    note: `Prism ${other.p99.toFixed(1)} ms`,
  };
}

function fastest(loads: readonly Load[]): Load {
  return loads.reduce((best, one) => (one.rate > best.rate ? one : best));
}
