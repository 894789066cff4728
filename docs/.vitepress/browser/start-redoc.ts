/** What a reader does first on a page. */
const INTERACTIONS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];

const stop = new AbortController();

/** Loads Redoc, which is 20 times as large as what the page shows before a reader moves on it. */
function start(): void {
  if (stop.signal.aborted) return;
  stop.abort();
  document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "redoc.js" }));
}

for (const type of INTERACTIONS)
  addEventListener(type, start, { passive: true, capture: true, signal: stop.signal });
addEventListener("hashchange", start, { signal: stop.signal });
// An address with a place in the reference needs Redoc to show it.
if (location.hash.length > 1) start();
