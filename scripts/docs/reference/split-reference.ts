import { inlineScriptHashes } from "../site/inline-script-hashes.js";

/** The page of the reference in two files. */
export interface SplitReference {
  /** The page, which shows its beginning without Redoc. */
  readonly page: string;
  /** Redoc with the contract, a module. */
  readonly redoc: string;
}

const module = /<script type="module">([\s\S]*?)<\/script>/;
/** What Redoc shows in its search box until it runs. */
const loading = "<span>Loading...</span>";
const policy = /(?<=script-src)( 'sha256-[\w+/=]+')+([^"]*connect-src)/;

/**
 * Splits the reference for the site, so that a phone shows the beginning of the page before it loads Redoc.
 *
 * @param starter script that loads `redoc.js`
 * @param address absolute URL of the page; undefined when it is not known
 *
 * @throws where the page has no module, no search box or no policy
 */
export function splitReference(page: string, starter: string, address: string | undefined): SplitReference {
  const [, redoc] = module.exec(page) ?? [];
  if (redoc === undefined || !page.includes(loading) || !policy.test(page))
    throw new Error("Redoc's page lacks its script, search box or content policy: fix split-reference.ts.");
  const canonical = address === undefined ? "" : `\n  <link rel="canonical" href="${address}" />`;
  const split = page
    .replace(loading, "<span>Search</span>")
    .replace(module, () => `<script>${starter}</script>`)
    .replace("</title>", () => `</title>${canonical}`);
  const whole = split.replace(
    policy,
    (_all, _hashes, rest) => ` 'self' ${inlineScriptHashes(split)}${rest} 'self'`,
  );
  return { page: whole, redoc };
}
