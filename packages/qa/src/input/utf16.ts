import { TextDecoder } from "node:util";

/** Returns the next chunk of a source, or null at its end. */
export type Next = () => Promise<Uint8Array | null>;

/** Decodes UTF-16 with a byte order mark, as PowerShell writes it when it redirects output. */
export function asUtf8(next: Next): Next {
  let decoder: TextDecoder | null | undefined;
  return async () => {
    let chunk = await next();
    if (decoder === undefined && chunk !== null) {
      const more = chunk.length < 2 ? await next() : null;
      if (more !== null) chunk = Buffer.concat([chunk, more]);
      decoder = utf16Decoder(chunk);
    }
    return chunk === null || !decoder ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  };
}

function utf16Decoder([first, second]: Uint8Array): TextDecoder | null {
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  return first === 0xfe && second === 0xff ? new TextDecoder("utf-16be") : null;
}
