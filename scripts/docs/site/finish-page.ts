import { posix } from "node:path";

/** The address of the site. */
export interface Place {
  /** Absolute URL of its root, with a slash at the end; undefined when it is not known. */
  readonly site: string | undefined;
}

/** The Content-Security-Policy of a page: nothing from other hosts, no inline scripts, no inline styles. */
function contentPolicy(console: boolean): string {
  const connect = console ? "'self' https: http://127.0.0.1:* http://localhost:*" : "'self'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * Finishes a page that VitePress rendered: makes links relative, so that the site works under any path, and adds the
 * content policy, the scripts, the Markdown copy and the address to the head.
 *
 * @param path of the file in the site: `operations/listMedia.html`
 */
export function finishPage(html: string, path: string, { site }: Place): string {
  const root = posix.relative(posix.dirname(path), ".") || ".";
  const missing = path === "404.html";
  const rootUrl = missing && site !== undefined ? new URL(site).pathname.replace(/\/$/, "") : root;
  const head = headLines(html, path, site).join("\n    ");
  return html
    .replace(/<script id="check-mac-os">.*?<\/script>/s, "")
    .replace(/ *<link rel="preload stylesheet" href="\/vp-icons.css" as="style">\n/, "")
    .replace('<meta charset="utf-8">', `<meta charset="utf-8">\n    ${policyTag(html)}`)
    .replace("</head>", `  ${head}\n  </head>`)
    .replace('<div style="position:relative;">', "<div>")
    .replace(/<!--[[\]]?-->/g, "")
    .replace(/ (href)="\.\/(?!\/)/g, missing ? ` $1="${rootUrl}/` : "$&")
    .replace(/ (href|src)="\/(?!\/)/g, ` $1="${rootUrl}/`);
}

const policyTag = (html: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(html.includes('class="try-it"'))}">`;

function headLines(html: string, path: string, site: string | undefined): string[] {
  const title = html.match(/<title>(.*?)<\/title>/)?.[1] ?? "";
  const description = html.match(/<meta name="description" content="(.*?)">/)?.[1] ?? "";
  const name = posix.basename(path).replace(/\.html$/, "");
  const address =
    site === undefined ? posix.basename(path) : new URL(path.replace(/(^|\/)index\.html$/, "$1"), site).href;
  const known = path !== "404.html";
  return [
    '<link rel="stylesheet" href="/assets/code.css">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    ...(known ? [`<link rel="canonical" href="${address}">`] : []),
    ...(known
      ? [`<link rel="alternate" type="text/markdown" href="${name}.md" title="This page as Markdown">`]
      : []),
    '<link rel="alternate" type="application/rss+xml" href="/changelog.xml" title="Changelog">',
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    '<meta property="og:type" content="article">',
    ...(site === undefined ? [] : [`<meta property="og:image" content="${new URL("card.png", site).href}">`]),
    '<meta name="twitter:card" content="summary_large_image">',
    '<script src="/assets/theme.js"></script>',
    '<script src="/assets/site.js" type="module"></script>',
  ];
}
