/** Writes the bits of an H.264 stream (ITU-T H.264, sections 7.2 and 9.1). */
export class BitWriter {
  readonly #bytes: number[] = [];
  #current = 0;
  #count = 0;

  /** The lowest bits of a value, the highest of them first. */
  bits(value: number, count: number): this {
    for (let at = count - 1; at >= 0; at--) {
      this.#current = (this.#current << 1) | ((value >>> at) & 1);
      if (++this.#count < 8) continue;
      this.#bytes.push(this.#current);
      this.#current = this.#count = 0;
    }
    return this;
  }

  /** Unsigned Exp-Golomb codes: ue(v). */
  unsigned(...values: number[]): this {
    for (const value of values) {
      const length = 31 - Math.clz32(value + 1);
      this.bits(0, length).bits(value + 1, length + 1);
    }
    return this;
  }

  /** A signed Exp-Golomb code: se(v). */
  signed(value: number): this {
    return this.unsigned(value > 0 ? value * 2 - 1 : value * -2);
  }

  /** The bytes with the final one and its zeros, and with what keeps them from looking like a start code. */
  end(): number[] {
    this.bits(1, 1);
    while (this.#count > 0) this.bits(0, 1);
    const escaped: number[] = [];
    let zeros = 0;
    for (const byte of this.#bytes) {
      if (zeros >= 2 && byte <= 3) {
        escaped.push(3);
        zeros = 0;
      }
      escaped.push(byte);
      zeros = byte === 0 ? zeros + 1 : 0;
    }
    return escaped;
  }
}
