import type { Media } from "@ittybit/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ittybit, LISTS, mediaKey } from "../api";
import { Problem } from "../problem";

export function RenameForm({ media: { id, title, filename } }: { media: Media }) {
  const cache = useQueryClient();
  const rename = useMutation({
    mutationFn: (title: string) => ittybit.media.update(id, { title }).orThrow(),
    onSuccess: ({ data, meta, links }) => {
      cache.setQueryData(mediaKey(id), { data, meta, links });
      return cache.invalidateQueries({ queryKey: LISTS });
    },
  });
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(String(new FormData(event.currentTarget).get("title")).trim());
      }}
    >
      <label>
        Title
        <input name="title" defaultValue={title ?? ""} placeholder={filename ?? ""} autoComplete="off" />
      </label>
      <button type="submit" disabled={rename.isPending}>
        {rename.isPending ? "Saving…" : "Save"}
      </button>
      <p className="quiet" role="status">
        {rename.isSuccess && "Saved"}
      </p>
      {rename.error && <Problem error={rename.error} />}
    </form>
  );
}
