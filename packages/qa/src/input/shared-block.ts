/** Blocks by their memory, so that a view of it leads to its block. */
const blocks = new WeakMap<ArrayBufferLike, SharedBlock>();

/**
 * Memory that threads share: one fills it, others read it. It can be filled again when nobody uses it any more. To move
 * memory to a thread and back costs more than to share it.
 */
export class SharedBlock {
  readonly memory: SharedArrayBuffer;
  readonly #bytes: Buffer;
  readonly #onFree: (block: SharedBlock) => void;
  #length = 0;
  #users = 0;

  constructor(size: number, onFree: (block: SharedBlock) => void = () => {}) {
    this.memory = new SharedArrayBuffer(size);
    this.#bytes = Buffer.from(this.memory);
    this.#onFree = onFree;
    blocks.set(this.memory, this);
  }

  /** The block whose memory these bytes are in. */
  static of({ buffer }: Uint8Array): SharedBlock | undefined {
    return blocks.get(buffer);
  }

  /** Memory to fill from its start. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Returns the first bytes, which stay as they are. What is placed later comes behind them. */
  filled(length: number): Buffer {
    this.#length = length;
    return this.#bytes.subarray(0, length);
  }

  hasRoomFor(bytes: Uint8Array): boolean {
    return bytes.buffer === this.memory || this.#length + bytes.length <= this.#bytes.length;
  }

  /** Returns where the bytes start in this memory. Copies them unless they are in it already. */
  place(bytes: Uint8Array): number {
    if (bytes.buffer === this.memory) return bytes.byteOffset;
    const start = this.#length;
    this.#bytes.set(bytes, start);
    this.#length += bytes.length;
    return start;
  }

  /** Keeps the memory as it is until `release` is called as often. */
  retain(): this {
    this.#users += 1;
    return this;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#length = 0;
    this.#onFree(this);
  }
}

/** Blocks of one size that are used again and again. */
export class BlockPool {
  readonly #size: number;
  readonly #free: SharedBlock[] = [];

  /** @param size bytes of each block */
  constructor(size: number) {
    this.#size = size;
  }

  /** Returns an empty block, retained once. */
  take(): SharedBlock {
    const block = this.#free.pop() ?? new SharedBlock(this.#size, (free) => this.#free.push(free));
    return block.retain();
  }
}
