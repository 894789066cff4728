import { inlineScriptHashes } from "../site/inline-script-hashes.js";

const place = /(http-equiv="Content-Security-Policy" content="[^"]*script-src) 'unsafe-inline'/;

/**
 * Finishes Redoc's page: inserts our script first, and allows each script of the page by its hash in the content policy,
 * so that no other script can run.
 *
 * @throws where the page has no policy to write them into
 */
export function finishReference(page: string, script: string): string {
  const whole = page.replace("</title>", () => `</title>\n  <script>${script}</script>`);
  if (!place.test(whole))
    throw new Error("docs/reference/template.hbs: its content policy allows no script.");
  return whole.replace(place, (_all, before) => `${before} ${inlineScriptHashes(whole)}`);
}
