/**
 * Path below which VitePress builds the site. No link keeps it: `finish-page.ts` makes the links of pages relative, and
 * `finishScript` lets scripts find the root of the site from their own address.
 */
export const BASE = "/site-root/";

/**
 * Lets a built script find the root of the site at run time.
 *
 * @param path of the script in the site: `assets/chunks/theme.js`
 *
 * @throws where the script names the base in another way
 */
export function finishScript(script: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1);
  const finished = script.replaceAll(`"${BASE}"`, `(new URL("${up}",import.meta.url).pathname)`);
  if (finished.includes(BASE))
    throw new Error(`${path}: VitePress uses the base of the site in a way that is not known.`);
  return finished;
}
