import { TextDecoder } from "node:util";

/** Returns the next chunk of a source, or null at its end. */
export type Next = () => Promise<Uint8Array | null>;

/**
 * Decodes UTF-16, as PowerShell writes it when it redirects output. Without a byte order mark, it is known by its first
 * character, which is one of ASCII in all formats (RFC 4627, 3).
 */
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
  const [isLittle, isBig] = [second === 0 && first !== 0, first === 0 && second !== 0];
  if (isLittle || (first === 0xff && second === 0xfe)) return new TextDecoder("utf-16le");
  return isBig || (first === 0xfe && second === 0xff) ? new TextDecoder("utf-16be") : null;
}
