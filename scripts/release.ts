import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../generated/version.js";
import { runCommand, say } from "./command.js";
import { releaseNotes } from "./release/notes.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const NOTES = "NOTES.md";

await runCommand({
  name: "release",
  help: `Usage: npm run release -- [--dry-run] [--output FOLDER] [--tag TAG] [--publish]

Builds a release: a tarball of each package, every file of generated/, ${NOTES} from CHANGELOG.md, and
SHA256SUMS. Then creates the release TAG on GitHub with these files, by the gh command.

  --dry-run        do everything but the upload
  --output FOLDER  where to write the files; its content is deleted (default dist/release)
  --tag TAG        the tag to release (default v and the version of the contract, which it must match)
  --publish        also publish the tarballs to the npm registry
  --help           show this

Exit codes: 0 released or built, 2 could not run.`,
  flags: ["output", "tag"],
  switches: ["dry-run", "publish"],
  async run({ values, on }) {
    const tag = values.tag ?? `v${version}`;
    if (tag !== `v${version}`)
      throw new Error(`--tag ${tag} does not match info.version of spec/openapi.yaml: ${version}.`);
    const dry = on.has("dry-run");
    const notes = await readNotes(dry);
    await refuseStale();
    const folder = resolve(values.output ?? join(root, "dist/release"));
    // The builders take seconds to load; --help does not wait for them.
    const { buildRelease } = await import("./release/build-release.js");
    const files = await buildRelease(root, folder, ({ name, size }) =>
      say(`${name.padEnd(32)} ${(size / 1000).toFixed(1).padStart(8)} kB`),
    );
    await writeFile(join(folder, NOTES), `${notes}\n`);
    say(`${files.length} files and ${NOTES} are in ${relative(process.cwd(), folder) || "."}`);
    if (dry) return say(`Dry run: ${tag} was not uploaded.`);
    const { publish, upload } = await import("./release/upload.js");
    const paths = files.map(({ name }) => join(folder, name));
    await upload(tag, join(folder, NOTES), paths);
    if (on.has("publish")) await publish(paths.filter((path) => path.endsWith(".tgz")));
    return say(`Released ${tag}.`);
  },
});

/** Text of the notes. A real release needs a section of its own in CHANGELOG.md. */
async function readNotes(dry: boolean): Promise<string> {
  const notes = releaseNotes(await readFile(join(root, "CHANGELOG.md"), "utf8"), version);
  if (notes.kind === "released") return notes.text;
  if (!dry || notes.kind === "none")
    throw new Error(`CHANGELOG.md has no section "## ${version}": rename "## Unreleased" and commit it.`);
  say(`CHANGELOG.md has no section "## ${version}" yet: the notes are those of "## Unreleased".`);
  return notes.text;
}

async function refuseStale(): Promise<void> {
  const { isStale } = await import("./generate/generated.js");
  if (await isStale(root)) throw new Error("generated/ is not up to date with spec/: run npm run generate.");
}
