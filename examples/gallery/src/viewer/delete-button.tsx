import type { Media } from "@ittybit/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ittybit, LISTS } from "../api";
import { Problem } from "../problem";

export function DeleteButton({ media: { id, kind }, onDeleted }: { media: Media; onDeleted: () => void }) {
  const cache = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => ittybit.media.delete(id).orThrow(),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: LISTS });
      onDeleted();
    },
  });
  if (!isAsking)
    return (
      <button type="button" className="danger plain" onClick={() => setAsking(true)}>
        Delete this {kind}…
      </button>
    );
  return (
    <div className="confirm">
      <p>Delete it for good? Its files are removed.</p>
      <button type="button" className="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {remove.isPending ? "Deleting…" : "Delete"}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        Keep
      </button>
      {remove.error && <Problem error={remove.error} />}
    </div>
  );
}
