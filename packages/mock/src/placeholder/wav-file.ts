/** Bytes of the chunks before the samples. */
const HEAD_BYTES = 44;

/** Samples a second: as few and as many as every browser plays. */
const MIN_RATE = 3000;
const MAX_RATE = 48_000;

/** Byte of silence in samples of eight bits. */
export const SILENCE = 0x80;

/** Bytes that a file with a duration in seconds takes at least. */
export function minWavSize(duration: number): number {
  return HEAD_BYTES + Math.ceil(duration * MIN_RATE);
}

/** Writes the head of a silent WAVE file: as many samples a second as fit into its size. */
export function writeWavHead(duration: number, size: number): Uint8Array {
  const rate = Math.max(MIN_RATE, Math.min(MAX_RATE, Math.floor((size - HEAD_BYTES) / duration)));
  const samples = Math.round(duration * rate);
  const head = new DataView(new ArrayBuffer(HEAD_BYTES));
  const text = (at: number, letters: string) => {
    for (const [index, letter] of [...letters].entries()) head.setUint8(at + index, letter.charCodeAt(0));
  };
  text(0, "RIFF");
  head.setUint32(4, HEAD_BYTES - 8 + samples, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  // PCM, one channel, one byte a sample, eight bits
  const format = { 20: 1, 22: 1, 32: 1, 34: 8 };
  for (const [at, value] of Object.entries(format)) head.setUint16(Number(at), value, true);
  for (const at of [24, 28]) head.setUint32(at, rate, true);
  text(36, "data");
  head.setUint32(40, samples, true);
  return new Uint8Array(head.buffer);
}
