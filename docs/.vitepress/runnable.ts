import type { MarkdownRenderer } from "vitepress";
import { readCurl } from "./theme/curl-request.js";

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

/** What `theme/run-sample.ts` fills. It stands in the page from the start, so that nothing moves. */
const BAR =
  '<div class="run-sample"><button type="button">Run on the mock</button><div role="status"></div></div>\n';

const isRunnable = ({ type, info, content }: Token): boolean =>
  type === "fence" && /^sh\b/.test(info) && readCurl(content, "") !== undefined;

/** Adds a button to each curl command that a page can send itself, below its group where it is one of several languages. */
export function runnable(md: MarkdownRenderer): void {
  md.core.ruler.push("runnable", (state) => {
    const bar = new state.Token("html_block", "", 0);
    bar.content = BAR;
    let group = false;
    let found = false;
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === "container_code-group_open") group = true;
      found ||= isRunnable(token);
      const ends = group ? token.type === "container_code-group_close" : found;
      if (!ends) return [token];
      group = false;
      const added = found ? [token, bar] : [token];
      found = false;
      return added;
    });
  });
}
