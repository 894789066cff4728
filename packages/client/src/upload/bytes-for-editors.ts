/**
 * The types of `Bytes`, each as a class with a private member. An editor skips such a class when it completes an object
 * literal, so that `{ path }` and `{ stream }` are not lost among the members of a Blob. An optional private member
 * excludes no value.
 */
export type UnlistedBytes = UnlistedBlob | UnlistedView | UnlistedBuffer | UnlistedStream | UnlistedIterable;

declare const blob: new () => Blob;
declare const view: new () => Uint8Array;
declare const buffer: new () => ArrayBuffer;
declare const stream: new () => ReadableStream;
declare const iterable: new () => AsyncIterable<Uint8Array>;

declare class UnlistedBlob extends blob {
  private readonly unlisted?: never;
}
declare class UnlistedView extends view {
  private readonly unlisted?: never;
}
declare class UnlistedBuffer extends buffer {
  private readonly unlisted?: never;
}
declare class UnlistedStream extends stream {
  private readonly unlisted?: never;
}
declare class UnlistedIterable extends iterable {
  private readonly unlisted?: never;
}
