import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void) {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}

/** The part of the URL after `#`: the id of the open Media. The back button closes it. */
export const useHash = () =>
  useSyncExternalStore(subscribe, () => decodeURIComponent(location.hash.slice(1)));
