import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { type Command, readPort, runCommand, say } from "./command.js";
import { LESS_INLINING } from "./less-inlining.js";

const bundle = fileURLToPath(new URL("../generated/openapi.json", import.meta.url));
const folder = fileURLToPath(new URL("../dist/site", import.meta.url));

const docs: Command = {
  name: "docs",
  help: `Usage: npm run docs [-- --bundle FILE] [--output FOLDER] [--site URL] [--repository URL] [--watch [--port N]]

Builds the published docs: guides, a page for each operation and schema, the reference on one page, and
Markdown copies. The site works under any path of any static host, and loads nothing from other hosts.

  --bundle FILE    the bundled contract, as JSON (default generated/openapi.json)
  --output FOLDER  where to write the site; its content is deleted (default dist/site)
  --site URL       URL of the site, for canonical links, the sitemap and link previews
  --repository URL address of the repository, for links from pages to their sources
  --watch          serve the site, and rebuild it when its sources change
  --port N         port of --watch (default ${DEFAULT_PORTS.docs}; 0 for a free one)
  --help           show this

Exit codes: 0 written or ended, 2 could not run.`,
  flags: ["bundle", "output", "site", "repository", "port"],
  switches: ["watch"],
  async run({ values, on }) {
    const port = readPort("port", values.port, DEFAULT_PORTS.docs);
    const output = values.output ?? folder;
    const site = urlOf("--site", values.site);
    const repository = urlOf("--repository", values.repository)?.replace(/\/$/, "");
    // Redocly and VitePress take seconds to load; --help must not wait for them.
    const { buildSite } = await import("./docs/site/build-site.js");
    const options = { bundle: values.bundle ?? bundle, output, site, repository };
    if (on.has("watch")) return (await import("./docs/site/watch-site.js")).watchSite(options, port);
    const { pages } = await buildSite(options);
    if (site === undefined) say("Without --site there is no sitemap, and canonical links are relative.");
    return say(`${pages} pages are in ${relative(process.cwd(), output) || "."}`);
  },
};

/** The URL with a slash at its end. */
function urlOf(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text)) return new URL(text.endsWith("/") ? text : `${text}/`).href;
  throw new Error(`${flag} ${text} is not a URL: give an absolute URL, such as https://example.com/docs/`);
}

setFlagsFromString(LESS_INLINING);
await runCommand(docs);
