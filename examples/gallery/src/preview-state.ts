/**
 * States of the page that are hard to reach by hand. The mock produces them: the page asks with a `Prefer` header, and
 * its own code stays the same.
 */
export const PREVIEW_STATES = ["normal", "empty", "failing", "slow"] as const;

export const previewState = new URLSearchParams(location.search).get("state") ?? "normal";

const EMPTY_LISTS: Readonly<Record<string, string>> = {
  "/media": "MediaListEmpty",
  "/videos": "VideoListEmpty",
  "/images": "ImageListEmpty",
  "/audio": "AudioListEmpty",
};

export function preferenceFor(method: string, url: string): string | null {
  const emptyList = method === "GET" ? EMPTY_LISTS[new URL(url).pathname] : undefined;
  switch (previewState) {
    case "empty":
      return emptyList ? `example=${emptyList}` : null;
    case "failing":
      return "code=500";
    case "slow":
      return "delay=3000";
    default:
      return null;
  }
}
