import contract, { type HeaderPair } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import type { Row } from "./bench.js";

export const title = "contract: memory over a million exchanges and a 5 GB upload";

const megabyte = 2 ** 20;
const exchanges = 1_000_000;
const uploadBytes = 5 * 2 ** 30;

export async function* run(): AsyncGenerator<Row> {
  yield* largeUpload();
  yield* manyExchanges();
}

/** Every exchange differs: ids, values, unknown properties and unknown headers never come back. */
async function* manyExchanges(): AsyncGenerator<Row> {
  const { value } = document.components.examples.VideoComplete;
  const version: HeaderPair = ["Ittybit-Version", "2024-03-21"];
  const check = async (index: number) => {
    const data = { ...value.data, id: `v${index}`, [`extra${index}`]: index };
    const body = new TextEncoder().encode(JSON.stringify({ ...value, data }));
    const headers: HeaderPair[] = [
      ["content-type", "application/json"],
      version,
      [`x-unknown-${index}`, "1"],
    ];
    const url = `https://api.ittybit.com/media/v${index}?q${index}=1`;
    await contract.check({
      request: { method: "GET", url, headers: [["authorization", "Bearer k"]], body: null },
      response: { status: 200, headers, body },
    });
  };
  for (let index = 0; index < exchanges / 20; index++) await check(index);
  const before = heap();
  const start = performance.now();
  for (let index = exchanges / 20; index < exchanges; index++) await check(index);
  const seconds = (performance.now() - start) / 1000;
  const grown = Math.max(0, heap() - before);
  const note = `${Math.round((exchanges * 0.95) / seconds)} exchanges/s`;
  yield {
    name: "heap after 1,000,000 exchanges, above 50,000",
    value: grown / megabyte,
    unit: "MB",
    limit: 5,
    note,
  };
}

async function* largeUpload(): AsyncGenerator<Row> {
  const start = process.memoryUsage().rss;
  const begin = performance.now();
  let peak = start;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const report = await contract.checkRequest({
    method: "POST",
    url: "https://uploads.ittybit.com/media",
    headers: [
      ["authorization", "Bearer k"],
      ["content-type", "multipart/form-data; boundary=B"],
    ],
    body: upload(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }),
  });
  clearInterval(watch);
  const seconds = (performance.now() - begin) / 1000;
  const note = `${report.findings.length} findings, ${Math.round(uploadBytes / megabyte / seconds)} MB/s`;
  if (report.body.parts[0]?.size !== uploadBytes) throw new Error("the upload was not read to its end");
  yield {
    name: "memory above the start, 5 GB upload",
    value: (peak - start) / megabyte,
    unit: "MB",
    limit: 64,
    note,
  };
}

async function* upload(tick: () => void): AsyncGenerator<Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text);
  yield encode(
    '--B\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\n',
  );
  // bytes as a file has them: every value, line ends among them
  const chunk = Uint8Array.from({ length: 64 * 1024 }, (_, index) => (index * 2654435761) >>> 24);
  for (let sent = 0; sent < uploadBytes; sent += chunk.length) {
    if (sent % (256 * megabyte) === 0) tick();
    yield chunk;
  }
  yield encode("\r\n--B--\r\n");
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
