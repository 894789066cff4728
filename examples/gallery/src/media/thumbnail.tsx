import { useState } from "react";
import { Waveform } from "./waveform";

interface ThumbnailProps {
  id: string;
  kind: string;
  status: string;
  poster: string | null;
}

export function Thumbnail({ id, kind, status, poster }: ThumbnailProps) {
  const [isBroken, setBroken] = useState(false);
  if (status === "failed") return <span className="state failed">Could not be processed</span>;
  if (status !== "complete") return <span className="state processing">Processing…</span>;
  if (kind === "audio") return <Waveform id={id} />;
  if (poster === null) return null;
  if (isBroken) return <span className="state">No preview</span>;
  return (
    <>
      <img src={poster} alt="" loading="lazy" onError={() => setBroken(true)} />
      {kind === "video" && (
        <svg className="play" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M9 6.5v11l9-5.5z" />
        </svg>
      )}
    </>
  );
}
