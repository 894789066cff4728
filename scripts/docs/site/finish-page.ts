import { posix } from "node:path";
import { inlineScriptHashes } from "./inline-script-hashes.js";
import { BASE } from "./site-base.js";

const MISSING = "404.html";

/**
 * Finishes a page that VitePress rendered: makes links relative, so that the site works under any path, and adds the
 * content policy, the Markdown copy and the address to the head.
 *
 * @param path of the file in the site: `operations/listMedia.html`
 * @param site absolute URL of the site's root, with a slash at the end; undefined when it is not known
 */
export function finishPage(html: string, path: string, site: string | undefined): string {
  const root = rootOf(path, site);
  const head = headLines(html, path, site).join("\n    ");
  const linked = (path === MISSING ? html.replace("</body>", `${withoutScript}</body>`) : html)
    .replace("</head>", `  ${head}\n  </head>`)
    .replace(/ *<link rel="preload stylesheet" href="[^"]*\/vp-icons\.css" as="style">\n/, "")
    .replace(/ style="(?:position:relative;|--vp-vh:0px;)"/g, "")
    .replaceAll(` href="${BASE}`, ` href="${root}/`)
    .replaceAll(` src="${BASE}`, ` src="${root}/`)
    .replace(/(window\.__VP_SITE_DATA__=JSON\.parse\(.*\);)(?=<\/script>)/, `$1${baseScript(root)}`);
  return linked.replace('<meta charset="utf-8">', (meta) => `${meta}\n    ${policyTag(linked)}`);
}

/** VitePress draws the missing page in the browser only. */
const withoutScript = `<noscript><main class="missing vp-doc"><h1>No such page</h1>
  <p>Nothing is at this address. <a href="${BASE}contents.html">All pages</a> lists what there is.</p></main></noscript>`;

/** The root of the site, from a page. A missing page is shown at any address, so only an absolute path leads back. */
function rootOf(path: string, site: string | undefined): string {
  if (path === MISSING) return site === undefined ? "" : new URL(site).pathname.replace(/\/$/, "");
  return posix.relative(posix.dirname(path), ".") || ".";
}

/** Tells the theme where the root of the site is, once a browser knows the page's own address. */
const baseScript = (root: string): string =>
  `window.__VP_SITE_DATA__.base=new URL(${JSON.stringify(`${root}/`)},location.href).pathname;`;

/** The Content-Security-Policy: no style attributes, no scripts but the site's own, and these inline ones by their hash.
 * The console may call any host. */
function policyTag(html: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${inlineScriptHashes(html)}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

function headLines(html: string, path: string, site: string | undefined): string[] {
  const title = html.match(/<title>(.*?)<\/title>/)?.[1] ?? "";
  const description = html.match(/<meta name="description" content="(.*?)">/)?.[1] ?? "";
  const name = posix.basename(path).replace(/\.html$/, "");
  const address =
    site === undefined ? posix.basename(path) : new URL(path.replace(/(^|\/)index\.html$/, "$1"), site).href;
  const known = path !== MISSING;
  const copy = `<link rel="alternate" type="text/markdown" href="${name}.md" title="This page as Markdown">`;
  return [
    `<link rel="stylesheet" href="${BASE}assets/code.css">`,
    `<noscript><link rel="stylesheet" href="${BASE}assets/without-script.css"></noscript>`,
    `<link rel="icon" href="${BASE}icon.svg" type="image/svg+xml">`,
    ...(known ? [`<link rel="canonical" href="${address}">`, copy] : []),
    `<link rel="alternate" type="application/rss+xml" href="${BASE}changelog.xml" title="Changelog">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    '<meta property="og:type" content="article">',
    ...(site === undefined || !known ? [] : [`<meta property="og:url" content="${address}">`]),
    ...(site === undefined ? [] : [`<meta property="og:image" content="${new URL("card.png", site).href}">`]),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}
