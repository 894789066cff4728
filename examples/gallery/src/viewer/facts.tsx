import type { Media } from "@ittybit/client";
import { formatDate, formatDuration, formatSize } from "../format";

export function Facts({ media }: { media: Media }) {
  const { filename, filesize, width, height, duration, created, metadata, id } = media;
  const facts = [
    ["File", filename],
    ["Size", formatSize(filesize)],
    ["Pixels", width && height ? `${width} × ${height}` : null],
    ["Duration", duration === null ? null : formatDuration(duration)],
    ["Created", formatDate(created)],
    ...Object.entries(metadata),
    ["ID", id],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
