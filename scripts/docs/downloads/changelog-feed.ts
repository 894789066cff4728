/** The changelog as RSS 2.0: an item for each entry, newest first. Links are absolute where the site's URL is known. */
export function changelogFeed(changelog: string, site: string | undefined): string {
  const address = `${site ?? ""}changelog.html`;
  const items = changelog
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [version = "", ...entries] = section.split(/^- |\n\n(?!- )/m);
      return entries.map((text) => item(version.trim(), text.replace(/\s+/g, " ").trim(), address));
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Ittybit Media API: changelog</title>
    <link>${escaped(address)}</link>
    <description>What changed in the contract and in what is made from it.</description>
    <language>en</language>
${items.join("\n")}
  </channel>
</rss>
`;
}

function item(version: string, text: string, address: string): string {
  const plain = text.replace(/\*\*|`/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const title = `${version}: ${plain.match(/^.*?[.:](?= |$)/)?.[0] ?? plain}`;
  return `    <item>
      <title>${escaped(title)}</title>
      <link>${escaped(address)}</link>
      <guid isPermaLink="false">${escaped(`${version} ${plain}`.slice(0, 120))}</guid>
      <description>${escaped(plain)}</description>
    </item>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
