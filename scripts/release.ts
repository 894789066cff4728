import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../generated/version.js";
import { runCommand, say } from "./command.js";
import { cleanContent, contractKey, unlessClean } from "./lint/unchanged.js";
import { releaseNotes } from "./release/notes.js";

const root = fileURLToPath(new URL("../", import.meta.url));

await runCommand({
  name: "release",
  help: `Usage: npm run release -- [--dry-run | --built] [--output FOLDER] [--tag TAG] [--publish]

Builds a release: a tarball of each package, every file of generated/, NOTES.md from CHANGELOG.md, and
SHA256SUMS. Then creates the release TAG on GitHub with these files. Needs the gh command.

  --dry-run        build without uploading
  --built          upload what an earlier run built in FOLDER, if it still matches SHA256SUMS
  --output FOLDER  folder of the release; a build deletes its content (default dist/release)
  --tag TAG        the tag to release (default v and the version of the contract, which it must match)
  --publish        also publish the tarballs to the npm registry
  --help           show this

Exit codes: 0 released or built, 2 could not run.`,
  flags: ["output", "tag"],
  switches: ["dry-run", "built", "publish"],
  async run({ values, on }) {
    const tag = values.tag ?? `v${version}`;
    if (tag !== `v${version}`)
      throw new Error(`--tag ${tag} does not match info.version of spec/openapi.yaml: ${version}.`);
    const dry = on.has("dry-run");
    if (dry && on.has("built")) throw new Error("--dry-run and --built together leave nothing to do.");
    const folder = resolve(values.output ?? join(root, "dist/release"));
    if (!on.has("built")) await build(folder, dry);
    if (dry) return say(`Dry run: ${tag} was not uploaded.`);
    const { release } = await import("./release/upload.js");
    await release(tag, folder, on.has("publish"));
    return say(`Released ${tag}.`);
  },
});

async function build(folder: string, dry: boolean): Promise<void> {
  const notes = await readNotes(dry);
  await requireGenerated();
  // The builders take seconds to load; --help and a wrong flag do not wait for them.
  const { buildRelease } = await import("./release/build-release.js");
  await buildRelease(root, folder, notes, ({ name, size }) =>
    say(`${name.padEnd(32)} ${(size / 1000).toFixed(1).padStart(8)} kB`),
  );
  say(`The release is in ${relative(process.cwd(), folder) || "."}`);
}

/** @throws when generated/ is not what spec/ says, unless a lint has found that it is with the same content */
async function requireGenerated(): Promise<void> {
  const { kind } = await unlessClean("generated", await contractKey(root), cleanContent(root), async () => {
    // The generator takes seconds to load.
    const { isStale } = await import("./generate/write-generated.js");
    return (await isStale(root)) ? { kind: "findings", lines: [] } : { kind: "clean" };
  });
  if (kind !== "clean") throw new Error("generated/ is not up to date with spec/: run npm run generate.");
}

/** Text of the notes. A real release needs a section of its own in CHANGELOG.md. */
async function readNotes(dry: boolean): Promise<string> {
  const notes = releaseNotes(await readFile(join(root, "CHANGELOG.md"), "utf8"), version);
  if (notes.kind === "released") return notes.text;
  if (!dry || notes.kind === "none")
    throw new Error(`CHANGELOG.md has no section "## ${version}": rename "## Unreleased" and commit it.`);
  say(`CHANGELOG.md has no section "## ${version}" yet: the notes are those of "## Unreleased".`);
  return notes.text;
}
