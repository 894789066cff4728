import { useInfiniteQuery } from "@tanstack/react-query";
import { queries } from "../api";
import { Problem } from "../problem";
import { UploadButton } from "../upload/upload-button";
import { MediaCard } from "./media-card";
import { type Filter, SORTS, type SortName } from "./toolbar";

const PAGE_SIZE = 8;
const PLACEHOLDERS = Array.from({ length: PAGE_SIZE }, (_, index) => index);

interface MediaGridProps {
  filter: Filter;
  sort: SortName;
  onFiles: (files: Iterable<File>) => void;
}

export function MediaGrid({ filter, sort, onFiles }: MediaGridProps) {
  const list = queries.infiniteList(filter, { ...SORTS[sort], limit: PAGE_SIZE });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(list);
  if (!data) return error ? <Problem error={error} onRetry={() => refetch()} /> : <Loading />;

  const items = data.pages.flatMap((page) => page.data);
  const total = data.pages.at(-1)?.meta.total ?? 0;
  if (items.length === 0) return <Empty filter={filter} onFiles={onFiles} />;
  return (
    <section aria-label="Media">
      <ul className="grid">
        {items.map((media) => (
          <MediaCard key={media.id} media={media} />
        ))}
      </ul>
      {error && <Problem error={error} onRetry={() => fetchNextPage()} />}
      <div className="more">
        <p className="quiet" role="status">
          {items.length} of {total}
        </p>
        {hasNextPage && !error && (
          <button type="button" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {isFetchingNextPage ? "Loading…" : "Show more"}
          </button>
        )}
      </div>
    </section>
  );
}

function Loading() {
  return (
    <section aria-label="Media" aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading…
      </p>
      <ul className="grid" aria-hidden="true">
        {PLACEHOLDERS.map((index) => (
          <li key={index} className="card loading">
            <div className="thumbnail" />
            <div className="line" />
            <div className="line short" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Empty({ filter, onFiles }: Pick<MediaGridProps, "filter" | "onFiles">) {
  return (
    <section className="empty" aria-label="Media">
      <svg viewBox="0 0 120 80" aria-hidden="true">
        <rect x="14" y="14" width="56" height="42" rx="8" transform="rotate(-8 42 35)" />
        <rect x="50" y="18" width="56" height="42" rx="8" transform="rotate(7 78 39)" />
        <path d="M78 31v17M70 39l8-8 8 8" />
      </svg>
      <p className="empty-title">{filter === "media" ? "Nothing here yet" : `No ${filter} yet`}</p>
      <p className="quiet">Upload videos, images or audio, or drop them on this page.</p>
      <UploadButton onFiles={onFiles} />
    </section>
  );
}
