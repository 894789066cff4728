import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";

/** One message of this many cannot be read. */
const UNREADABLE_EVERY = 9_973;

/** Messages of a partition, each with an id of its own. */
export function messagesOf(partition: number, count: number): string[] {
  const kinds = [...cleanTraffic, ...faultyTraffic].map((exchange) => toLine(exchange, "ID"));
  return Array.from({ length: count }, (_, offset) => {
    const number = offset * 7 + partition;
    if (number % UNREADABLE_EVERY === 0) return `{"request": ${partition} ${offset}`;
    return (kinds[number % kinds.length] ?? "").replace('"ID"', `"exchange-${partition}-${offset}"`);
  });
}
