import type { MessagePosition } from "../input/raw-record.js";

/**
 * An entry, line or message that could not be read. What names it does not depend on how the traffic was split: an entry has
 * the place in its file, a line the fingerprint of its bytes, a message its position in the queue.
 */
export interface BrokenRecord {
  /** Name of the file. A written report has it only for entries. */
  readonly source?: string;
  /** Entry or line, from 1. A written report has it only for entries. */
  readonly number?: number;
  /** Of a line: the first 16 hexadecimal digits of the SHA-256 of its bytes. */
  readonly fingerprint?: string;
  /** Of a line: how many lines have these bytes. */
  readonly count?: number;
  /** Of a message. */
  readonly position?: MessagePosition;
  readonly problem: string;
}

/** Key that is the same for each occurrence, and that sorts records. */
export function brokenKey({ source, number, fingerprint, position, problem }: BrokenRecord): string {
  if (fingerprint !== undefined) return `${fingerprint}\n${problem}`;
  if (position !== undefined) {
    const { topic, partition, offset } = position;
    return `${topic}\n${padded(partition)}\n${padded(offset)}\n${problem}`;
  }
  return `${source}\n${padded(number ?? 0)}\n${problem}`;
}

/** Unites two occurrences of a record. Of equal lines, the first one is shown. */
export function uniteBroken(known: BrokenRecord | undefined, next: BrokenRecord): BrokenRecord {
  if (known === undefined || next.count === undefined) return next;
  const first = placeKey(next) < placeKey(known) ? next : known;
  return { ...first, count: (known.count ?? 0) + next.count };
}

/** `traffic.ndjson: 3`, as far as it is known. */
export function brokenPlace({ source, number, fingerprint, position }: BrokenRecord): string {
  if (position !== undefined) {
    return `${position.topic}, partition ${position.partition}, offset ${position.offset}`;
  }
  return source === undefined ? `sha256 ${fingerprint}` : `${source}: ${number}`;
}

/** The record as a report names it: without the place of a line, which depends on how the traffic was split. */
export function portable({ source, number, ...record }: BrokenRecord): BrokenRecord {
  if (record.fingerprint !== undefined || source === undefined || number === undefined) return record;
  return { source, number, ...record };
}

function placeKey({ source = "~", number = 0 }: BrokenRecord): string {
  return `${source}\n${padded(number)}`;
}

function padded(number: number): string {
  return String(number).padStart(16, "0");
}
