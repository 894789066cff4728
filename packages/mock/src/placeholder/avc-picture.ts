import { BitWriter } from "./bit-writer.js";

/** What a picture shows: a sky in a color, brighter at the top, and a square sun. */
export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Blue and red of all pixels, from -40 to 40. */
  readonly blue: number;
  readonly red: number;
  /** Where the sun is, from 0 (left) to 1. */
  readonly sun: number;
  /** Number of the picture. Two that follow each other have different ones. */
  readonly id: number;
}

/** Pixels of a macroblock, the unit of H.264. */
const BLOCK = 16;

/** At this quantizer a level of luma is one step, and a level of chroma two. */
const QUANTIZER = 28;

const SUN_BRIGHTNESS = 60;

/** Macroblocks of a picture: its size in bytes is about the same number. */
export function blockCount(width: number, height: number): number {
  return Math.ceil(width / BLOCK) * Math.ceil(height / BLOCK);
}

/** Writes a sequence parameter set of the Baseline profile (ITU-T H.264, section 7.3.2.1). */
export function sequenceParameters(width: number, height: number): number[] {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const [right, bottom] = [(columns * BLOCK - width) >> 1, (rows * BLOCK - height) >> 1];
  const blocks = columns * rows;
  const level = blocks <= 8192 ? 40 : blocks <= 36_864 ? 51 : 62;
  const writer = new BitWriter().bits(66, 8).bits(0xc0, 8).bits(level, 8);
  // ids, numbers of four bits, order of output = order of the stream, one reference
  writer.unsigned(0, 0, 2, 1).bits(0, 1);
  writer.unsigned(columns - 1, rows - 1).bits(0b11, 2);
  const isCropped = right + bottom > 0;
  writer.bits(Number(isCropped), 1);
  if (isCropped) writer.unsigned(0, right, 0, bottom);
  return [0x67, ...writer.bits(0, 1).end()];
}

/** Writes a picture parameter set: CAVLC, and no deblocking unless a slice asks for it (section 7.3.2.2). */
export function pictureParameters(): number[] {
  const writer = new BitWriter().unsigned(0, 0).bits(0, 2).unsigned(0, 0, 0).bits(0, 3);
  writer
    .signed(QUANTIZER - 26)
    .signed(0)
    .signed(0);
  return [0x68, ...writer.bits(0b100, 3).end()];
}

/**
 * Writes a picture that can be decoded on its own (section 7.3.3). Every macroblock repeats the one on its left, or, in the
 * first column, the one above, and says by how much it is brighter. So a picture takes a byte for 256 pixels.
 */
export function encodePicture({ width, height, blue, red, sun, id }: Picture): number[] {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const size = Math.max(1, Math.round(Math.min(columns, rows) / 6));
  const sunRow = Math.round(rows / 4);
  const sunColumn = Math.round(1 + sun * Math.max(0, columns - size - 2));
  const writer = new BitWriter().unsigned(0, 7, 0).bits(0, 4).unsigned(id).bits(0, 2).signed(0).unsigned(1);
  for (let row = 0; row < rows; row++) {
    const hasSun = row >= sunRow && row < sunRow + size;
    for (let column = 0; column < columns; column++) {
      if (row + column === 0) {
        writeFirst(writer, blue, red);
        continue;
      }
      const isFirst = column === 0;
      const sunEdge = hasSun ? Number(column === sunColumn) - Number(column === sunColumn + size) : 0;
      const brighter = isFirst ? fadeOf(row, rows) : sunEdge * SUN_BRIGHTNESS;
      // predicted from above or from the left, in luma and in chroma
      writer.unsigned(isFirst ? 1 : 2, isFirst ? 2 : 1).signed(0);
      writeLevel(writer, brighter, LUMA);
    }
  }
  return [0x65, ...writer.end()];
}

/** How much brighter a row is than the one above: from 40 above the middle to 40 below. */
function fadeOf(row: number, rows: number): number {
  const at = (index: number) => Math.round(40 - (80 * index) / rows);
  return at(row) - at(row - 1);
}

/** The macroblock in the corner, which is predicted as gray, sets the color of all. */
function writeFirst(writer: BitWriter, blue: number, red: number): void {
  writer.unsigned(7, 0).signed(0);
  writeLevel(writer, 40, LUMA);
  for (const level of [blue, red]) writeLevel(writer, Math.round(level / 2), CHROMA);
}

/** Codes for no level, for a level of one, and for a larger one: bits and their number (table 9-5). */
interface LevelCodes {
  readonly none: readonly [number, number];
  readonly one: readonly [number, number];
  readonly larger: readonly [number, number];
}

const LUMA: LevelCodes = { none: [1, 1], one: [0b01, 2], larger: [0b000101, 6] };
const CHROMA: LevelCodes = { none: [0b01, 2], one: [1, 1], larger: [0b000111, 6] };

/** Writes the average of a macroblock, without any detail (sections 7.3.5.3.2 and 9.2). */
function writeLevel(writer: BitWriter, level: number, codes: LevelCodes): void {
  if (level === 0) {
    writer.bits(...codes.none);
    return;
  }
  const sign = Number(level < 0);
  if (Math.abs(level) === 1) {
    writer.bits(...codes.one).bits(sign, 1);
  } else {
    const code = 2 * Math.abs(level) - 4 + sign;
    writer.bits(...codes.larger);
    if (code < 14) writer.bits(1, code + 1);
    else if (code < 30) writer.bits(1, 15).bits(code - 14, 4);
    else writer.bits(1, 16).bits(code - 30, 12);
  }
  // no zeros before it
  writer.bits(1, 1);
}
