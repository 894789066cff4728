import type { Library } from "../library/library.js";
import { type FetchTarget, type FetchTask, fetchFile } from "./fetch-file.js";

/** Downloads at a time; the others wait. */
const MAX_DOWNLOADS = 4;

/** What fetched files change. */
interface FetchContext extends FetchTarget {
  readonly library: Library | null;
  readonly options: FetchTarget["options"] & { readonly onNotice: (message: string) => void };
  readonly kept: { flush(): Promise<void> } | null;
}

/** Fetches the files of media that were created from a URL, in the background. */
export class UrlFetcher {
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #end = new AbortController();

  /** Starts to fetch a file. The Media is complete, or failed, when that has ended. */
  start(context: FetchContext, task: FetchTask): void {
    const { signal } = this.#end;
    const run = () => {
      this.#running++;
      void this.#fetch(context, task, signal).finally(() => {
        this.#running--;
        this.#waiting.shift()?.();
      });
    };
    if (this.#running < MAX_DOWNLOADS) run();
    else this.#waiting.push(run);
  }

  /** Ends every download. What they would have changed stays as it is. */
  abort(): void {
    this.#waiting.length = 0;
    this.#end.abort();
    this.#end = new AbortController();
  }

  async #fetch(context: FetchContext, task: FetchTask, signal: AbortSignal): Promise<void> {
    const { library, files, options } = context;
    const received = files.receive();
    try {
      const fetched = await fetchFile(context, task, received, signal);
      if (signal.aborted) return;
      library?.receive(task.id, fetched);
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      options.onNotice(`The URL of ${task.id} was not fetched: ${reason}.`);
      library?.receive(task.id, null);
    } finally {
      received.discard();
      await context.kept?.flush().catch(() => undefined);
    }
  }
}
