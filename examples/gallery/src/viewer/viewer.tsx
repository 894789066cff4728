import { useEffect, useRef } from "react";
import { queries } from "../api";
import { titleOf } from "../media/media-card";
import { Problem } from "../problem";
import { DeleteButton } from "./delete-button";
import { Facts } from "./facts";
import { Player } from "./player";
import { RenameForm } from "./rename-form";

/** Removes the hash without a jump to the top. */
function close() {
  history.pushState(null, "", location.pathname + location.search);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** One Media in a dialog: play, rename, delete. */
export function Viewer({ id }: { id: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, error, refetch } = queries.useWait(id);
  useEffect(() => dialog.current?.showModal(), []);
  const media = data?.data;
  return (
    <dialog ref={dialog} className="viewer" aria-label="Media" onClose={close}>
      <form method="dialog">
        <button type="submit" className="close" aria-label="Close">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </button>
      </form>
      {!error && <div className="stage">{media ? <Player media={media} /> : <p>Loading…</p>}</div>}
      <div className="side">
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {media && (
          <>
            <h2>{titleOf(media)}</h2>
            <RenameForm media={media} />
            <Facts media={media} />
            <DeleteButton media={media} onDeleted={() => dialog.current?.close()} />
          </>
        )}
      </div>
    </dialog>
  );
}
