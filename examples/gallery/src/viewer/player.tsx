import type { Media } from "@ittybit/client";
import { titleOf } from "../media/media-card";
import { Waveform } from "../media/waveform";

export function Player({ media }: { media: Media }) {
  const { kind, status, deleted, urls } = media;
  if (deleted !== null) return <p>This was deleted.</p>;
  if (status === "failed") return <p>This file could not be processed.</p>;
  if (urls.playback === null) return <p>Processing…</p>;
  switch (kind) {
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: the API has no captions
        <video src={urls.playback} poster={urls.poster ?? ""} controls playsInline preload="metadata" />
      );
    case "audio":
      return (
        <div className="sound">
          <Waveform id={media.id} />
          {/* biome-ignore lint/a11y/useMediaCaption: the API has no captions */}
          <audio src={urls.playback} controls preload="metadata" />
        </div>
      );
    case "image":
      return <img src={urls.playback} alt={titleOf(media)} />;
    default:
      return <a href={urls.playback}>Open the file</a>;
  }
}
