import { posix } from "node:path";

/** What the links and the resources of a page point to. */
export const hrefs = (text: string): string[] =>
  [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));

/** The links of a file that lead to no file of the site, or to no anchor of its page. */
export function deadLinks(
  files: readonly string[],
  file: string,
  links: readonly string[],
  pageAt: (file: string) => string | undefined,
): string[] {
  const known = new Set(files);
  return links
    .filter((link) => !/^(https?|data|mailto):/.test(link) && !link.startsWith("/api/"))
    .filter((link) => {
      const [path = "", anchor = ""] = link.split("#");
      const joined = posix.join(posix.dirname(file), path);
      const target = path === "" ? file : joined.replace(/(^|\/)(\.\/)?$/, "$1index.html");
      if (!known.has(target)) return true;
      return anchor !== "" && pageAt(target)?.includes(` id="${decodeURIComponent(anchor)}"`) === false;
    })
    .map((link) => `${file}: ${link}`);
}
