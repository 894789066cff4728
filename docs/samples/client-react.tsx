import { createClient } from "@ittybit/client";
import { createQueries } from "@ittybit/client/react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

// Your server passes /ittybit on to the API, and adds the key, which a page must not have.
const ittybit = createClient({ apiKey: null, baseUrl: `${location.origin}/ittybit` });
const queries = createQueries(ittybit);
const videos = queries.infiniteList("videos", { limit: 2 });

export function Videos() {
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(videos);
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <>
      <ul>
        {data?.pages.flatMap((page) => page.data.map(({ id, title }) => <li key={id}>{title ?? id}</li>))}
      </ul>
      <button type="button" disabled={!hasNextPage || isFetching} onClick={() => fetchNextPage()}>
        More
      </button>
    </>
  );
}

export function Video({ id }: { id: string }) {
  const { data, error } = queries.useQuery("get", "/media/{id}", { params: { path: { id } } });
  if (error) return <p role="alert">{error.message}</p>;
  return <h1>{data ? data.data.title : "…"}</h1>;
}

export function Upload() {
  const cache = useQueryClient();
  const [sent, setSent] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) =>
      ittybit.videos
        .create({ file }, { onProgress: ({ loaded, total = loaded }) => setSent(loaded / total) })
        .orThrow(),
    onSuccess: () => cache.invalidateQueries({ queryKey: videos.queryKey }),
  });
  return (
    <form>
      <input type="file" onChange={({ target }) => target.files?.[0] && upload.mutate(target.files[0])} />
      <progress value={sent} />
      {upload.error && <p role="alert">{upload.error.message}</p>}
      {upload.data && <p role="status">{upload.data.data.id}</p>}
    </form>
  );
}
