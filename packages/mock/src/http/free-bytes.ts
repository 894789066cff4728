import { MessageChannel } from "node:worker_threads";

const { port1: closedPort, port2 } = new MessageChannel();
port2.close();
closedPort.close();

/**
 * Frees the memory of a chunk at once. The chunk is empty afterwards. Bytes outside the heap are collected late: during
 * uploads, about 50 MB of them would wait for it.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
  // others may use the rest of a larger buffer
  if (buffer.byteLength !== byteLength) return;
  // what is transferred to a closed port is dropped (HTML, section 9.4.4); from Node 22 on, transfer(0) does the same
  closedPort.postMessage(null, [buffer as ArrayBuffer]);
}
