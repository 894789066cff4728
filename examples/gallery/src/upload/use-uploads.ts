import { AbortError } from "@ittybit/client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ittybit, LISTS, mediaKey } from "../api";

export interface Upload {
  readonly key: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly sent: number;
  readonly error: Error | null;
  readonly abort: AbortController;
}

/** The uploads that are on their way or have failed. One that succeeds becomes a Media of the list. */
export function useUploads() {
  const cache = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const add = (upload: Upload) => setUploads((all) => [...all, upload]);
  const remove = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key));
  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));

  async function sendFile(file: File) {
    const key = crypto.randomUUID();
    const abort = new AbortController();
    add({ key, file, sent: 0, error: null, abort });
    try {
      const {
        ok: _ok,
        status: _status,
        response: _response,
        ...created
      } = await ittybit.media
        .create(
          { file },
          {
            signal: abort.signal,
            onProgress: ({ loaded, total = loaded }) => change(key, { sent: loaded / total }),
          },
        )
        .orThrow();
      cache.setQueryData(mediaKey(created.data.id), created);
      await cache.invalidateQueries({ queryKey: LISTS });
      remove(key);
    } catch (error) {
      if (error instanceof AbortError) remove(key);
      else change(key, { error: error as Error });
    }
  }

  return {
    uploads,
    send: (files: Iterable<File>) => {
      for (const file of files) void sendFile(file);
    },
    cancel: ({ key, abort }: Upload) => {
      abort.abort();
      remove(key);
    },
  };
}
