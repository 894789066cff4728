import { encodePicture, type Picture, pictureParameters, sequenceParameters } from "./avc-picture.js";

/** A silent video. */
export interface Mp4Options extends Pick<Picture, "width" | "height" | "blue" | "red"> {
  /** In seconds. */
  readonly duration: number;
  /** Bytes of the whole file. */
  readonly size: number;
}

/** Different pictures of a video. They are repeated, one a second. */
export const PICTURE_COUNT = 4;

const SECOND_MS = 1000;

/**
 * Writes an MP4 file (ISO/IEC 14496-12 and -15) up to the content of its last box, which is padding. The samples of the
 * video all point to a few pictures, so a long video takes eight bytes for a second.
 */
export function writeMp4({ width, height, blue, red, duration, size }: Mp4Options): Uint8Array {
  const pictures = Array.from({ length: PICTURE_COUNT }, (_, id) => {
    const sun = id / (PICTURE_COUNT - 1);
    const unit = encodePicture({ width, height, blue, red, sun, id: id % 2 });
    return [...u32(unit.length), ...unit];
  });
  const ftyp = box("ftyp", text("isom"), u32(0x200), text("isomiso2avc1mp41"));
  const tracks = (start: number) => moov({ width, height, duration, sizes: pictures.map(lengthOf), start });
  // where the pictures start does not change the length of what is before them
  const head = [...ftyp, ...tracks(ftyp.length + tracks(0).length + 8), ...box("mdat", ...pictures)];
  const rest = size - head.length;
  const is64 = rest > 0xffff_ffff;
  const free = is64 ? [...u32(1), ...text("free"), ...u64(rest)] : [...u32(rest), ...text("free")];
  return Uint8Array.from([...head, ...free]);
}

interface Track {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly sizes: readonly number[];
  /** Position of the first picture in the file. */
  readonly start: number;
}

function moov({ width, height, duration, sizes, start }: Track): number[] {
  const total = Math.max(1, Math.round(duration * SECOND_MS));
  const count = Math.ceil(total / SECOND_MS);
  const offsets = sizes.map((_, index) => start + sizes.slice(0, index).reduce((sum, one) => sum + one, 0));
  const repeated = (values: readonly number[]) =>
    Array.from({ length: count }, (_, index) => u32(values[index % values.length] ?? 0)).flat();
  const last = total - (count - 1) * SECOND_MS;
  const times = [count - 1, SECOND_MS, 1, last].slice(count === 1 ? 2 : 0);
  const stbl = box(
    "stbl",
    full("stsd", 0, u32(1), sampleEntry(width, height)),
    full("stts", 0, u32(times.length / 2), times.flatMap(u32)),
    full("stsc", 0, u32(1), u32(1), u32(1), u32(1)),
    full("stsz", 0, u32(0), u32(count), repeated(sizes)),
    full("stco", 0, u32(count), repeated(offsets)),
  );
  const dinf = box("dinf", full("dref", 0, u32(1), full("url ", 1)));
  const minf = box("minf", full("vmhd", 1, zeros(8)), dinf, stbl);
  const mdhd = full("mdhd", 0, zeros(8), u32(SECOND_MS), u32(total), u16(0x55c4), u16(0));
  const mdia = box("mdia", mdhd, full("hdlr", 0, u32(0), text("vide"), zeros(13)), minf);
  const shown = [...u32(width * 0x1_0000), ...u32(height * 0x1_0000)];
  const tkhd = full("tkhd", 3, zeros(8), u32(1), u32(0), u32(total), zeros(16), MATRIX, shown);
  const times32 = [...zeros(8), ...u32(SECOND_MS), ...u32(total)];
  const mvhd = full("mvhd", 0, times32, u32(0x1_0000), u16(0x100), zeros(10), MATRIX, zeros(24), u32(2));
  return box("moov", mvhd, box("trak", tkhd, mdia));
}

function sampleEntry(width: number, height: number): number[] {
  const sps = sequenceParameters(width, height);
  const pps = pictureParameters();
  const profile = sps.slice(1, 4);
  const avcC = box("avcC", [1, ...profile, 0xff, 0xe1], u16(sps.length), sps, [1], u16(pps.length), pps);
  const resolution = [...u32(0x48_0000), ...u32(0x48_0000)];
  const shown = [...u16(width), ...u16(height), ...resolution, ...u32(0), ...u16(1)];
  return box("avc1", zeros(6), u16(1), zeros(16), shown, zeros(32), u16(24), u16(0xffff), avcC);
}

/** No rotation. */
const MATRIX = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000].flatMap(u32);

function box(type: string, ...parts: (readonly number[])[]): number[] {
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  return [...u32(length), ...text(type), ...parts.flat()];
}

/** A box with a version and flags. */
function full(type: string, flags: number, ...parts: (readonly number[])[]): number[] {
  return box(type, u32(flags), ...parts);
}

function u16(value: number): number[] {
  return [(value >>> 8) & 255, value & 255];
}

function u32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function u64(value: number): number[] {
  return [...u32(Math.floor(value / 0x1_0000_0000)), ...u32(value >>> 0)];
}

function text(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0));
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

function lengthOf({ length }: readonly number[]): number {
  return length;
}
