import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/default-ports";
import { type Command, readPort, runCommand, say } from "./command.js";

const bundle = fileURLToPath(new URL("../generated/openapi.json", import.meta.url));
const folder = fileURLToPath(new URL("../dist/site", import.meta.url));

const docs: Command = {
  name: "docs",
  help: `Usage: npm run docs [-- --bundle FILE] [--output FOLDER] [--site URL] [--watch [--port N]]

Builds the published docs: guides, a page for each operation and schema, the reference on one page, and
copies for machines. The folder works under any path of any static host, and loads nothing from another one.

  --bundle FILE    the bundled contract, as JSON (default generated/openapi.json)
  --output FOLDER  where to put the site; what is in it goes (default dist/site)
  --site URL       where the site will stand, for canonical links, the sitemap and link previews
  --watch          serve the site, and build it again on a change in spec/ or docs/
  --port N         where --watch serves it (default ${DEFAULT_PORTS.docs}; 0 for a free one)
  --help           show this

Exit codes: 0 written or ended, 2 could not run.`,
  flags: ["bundle", "output", "site", "port"],
  switches: ["watch"],
  async run({ values, on }) {
    const port = readPort("port", values.port, DEFAULT_PORTS.docs);
    const output = values.output ?? folder;
    const site = siteUrl(values.site);
    // Redocly and VitePress take seconds to load; whoever asks for --help need not wait for them.
    const { buildSite } = await import("./docs/site.js");
    const options = { bundle: values.bundle ?? bundle, output, site };
    if (on.has("watch")) return (await import("./docs/watch.js")).watchSite(options, port);
    const { pages } = await buildSite(options);
    if (site === undefined) say("Without --site there is no sitemap, and canonical links are relative.");
    return say(`${pages} pages are in ${relative(process.cwd(), output) || "."}`);
  },
};

/** The URL with a slash at its end. */
function siteUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text)) return new URL(text.endsWith("/") ? text : `${text}/`).href;
  throw new Error(`--site ${text} is not a URL: give the whole of it, as https://example.com/docs/`);
}

await runCommand(docs);
