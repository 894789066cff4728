import { createHash } from "node:crypto";

/** A Media as a caller knows it from the responses that it got. */
export interface KnownMedia {
  readonly title: string;
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly isDeleted: boolean;
}

/** What a caller knows about a mock, and what it has asked for without a response so far. */
export class Acknowledged {
  readonly media = new Map<string, KnownMedia>();
  /** What each Media may have become in the meantime. */
  readonly open = new Map<string, KnownMedia>();
  /** Hashes of the files of creations without a response, by title. */
  readonly openCreations = new Map<string, string>();

  /** Everything that differs between what is known and what is there now; then what is there is known. */
  settle(found: ReadonlyMap<string, KnownMedia>): string[] {
    const faults: string[] = [];
    for (const [id, known] of this.media) {
      const now = found.get(id);
      if (now === undefined) faults.push(`${id} is lost`);
      else if (!isSame(now, known) && !isSame(now, this.open.get(id)))
        faults.push(`${id} is ${JSON.stringify(now)}, not ${JSON.stringify(known)}`);
    }
    for (const [id, now] of found) {
      if (this.media.has(id) || this.openCreations.get(now.title) === now.hash) continue;
      faults.push(`${id} was never asked for: ${JSON.stringify(now)}`);
    }
    this.open.clear();
    this.openCreations.clear();
    this.media.clear();
    for (const [id, now] of found) this.media.set(id, now);
    return faults;
  }
}

function isSame(one: KnownMedia, other: KnownMedia | undefined): boolean {
  if (other === undefined || one.title !== other.title || one.isDeleted !== other.isDeleted) return false;
  return one.isDeleted || one.hash === other.hash;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
