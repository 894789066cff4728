import type { MediaSummary } from "@ittybit/client";
import { queries } from "../api";
import { formatDate, formatDuration, formatSize } from "../format";
import { Thumbnail } from "./thumbnail";

export const titleOf = ({ title, filename, id }: Pick<MediaSummary, "title" | "filename" | "id">) =>
  title ?? filename ?? id;

/** Lists have no URLs: the card gets the Media itself, and asks again until it is processed. */
export function MediaCard({ media }: { media: MediaSummary }) {
  const { data } = queries.useWait(media.id);
  const { id, kind, created, filesize, duration, ...shown } = { ...media, ...data?.data };
  return (
    <li className="card">
      <a href={`#${encodeURIComponent(id)}`} data-kind={kind}>
        <div className="thumbnail">
          <Thumbnail id={id} kind={kind} status={shown.status} poster={data?.data.urls.poster ?? null} />
          {duration !== null && <span className="duration">{formatDuration(duration)}</span>}
        </div>
        <h2>{titleOf({ ...shown, id })}</h2>
        <p className="quiet">
          <span className="kind">{kind}</span> {formatSize(filesize)} ·{" "}
          <span className="date">{formatDate(created)}</span>
        </p>
      </a>
    </li>
  );
}
