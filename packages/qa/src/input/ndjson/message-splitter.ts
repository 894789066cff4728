import {
  fingerprintOf,
  type MessagePosition,
  type RawRecord,
  type RecordSplitter,
  startOf,
} from "../raw-record.js";
import { LineSplitter } from "./line-splitter.js";

/** What `kcat -f '%t %p %o %s\n'` prints before the message. */
const positionPattern = /^([\w.-]{1,249}) (\d{1,10}) (\d{1,16}) /;

/** Bytes within which the position ends. */
const MAX_POSITION_BYTES = 280;

/** Splits the messages of a Kafka topic, each on a line that begins with its topic, partition and offset. */
export class MessageSplitter implements RecordSplitter {
  readonly #lines = new LineSplitter();

  push(chunk: Uint8Array): RawRecord[] {
    return this.#lines.push(chunk).map(positioned);
  }

  end(): RawRecord[] {
    return this.#lines.end().map(positioned);
  }
}

function positioned(line: RawRecord): RawRecord {
  if (line.kind === "broken") return line;
  const { number, bytes } = line;
  const found = positionPattern.exec(startOf(bytes, MAX_POSITION_BYTES));
  if (found === null)
    return {
      kind: "broken",
      number,
      problem: "does not begin with topic, partition and offset",
      fingerprint: fingerprintOf(bytes),
    };
  const [prefix, topic = "", partition, offset] = found;
  const position: MessagePosition = { topic, partition: Number(partition), offset: Number(offset) };
  return { kind: "bytes", number, bytes: bytes.subarray(prefix.length), position };
}
