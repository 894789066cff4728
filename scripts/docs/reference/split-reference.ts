import { inlineScriptHashes } from "../site/inline-script-hashes.js";

/** The page of the reference in two files. */
export interface SplitReference {
  /** The page, which shows its beginning without Redoc. */
  readonly page: string;
  /** Redoc with the contract, a module. */
  readonly redoc: string;
}

const module = /<script type="module">([\s\S]*?)<\/script>/;
const policy = /(?<=script-src)( 'sha256-[\w+/=]+')+([^"]*connect-src)/;

/**
 * Splits the reference for the site, so that a phone shows the beginning of the page before it loads Redoc.
 *
 * @param starter script that loads `redoc.js`
 * @param address absolute URL of the page; undefined when it is not known
 *
 * @throws where the page has no module or no policy
 */
export function splitReference(page: string, starter: string, address: string | undefined): SplitReference {
  const [, redoc] = module.exec(page) ?? [];
  if (redoc === undefined || !policy.test(page))
    throw new Error("Redoc's page has no module script, or no content policy: fix split-reference.ts.");
  const canonical = address === undefined ? "" : `\n  <link rel="canonical" href="${address}" />`;
  const split = page
    .replace(module, () => `<script>${starter}</script>`)
    .replace("</title>", () => `</title>${canonical}`);
  const whole = split.replace(
    policy,
    (_all, _hashes, rest) => ` 'self' ${inlineScriptHashes(split)}${rest} 'self'`,
  );
  return { page: whole, redoc };
}
