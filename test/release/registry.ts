import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** A registry for npm on loopback. */
export interface Registry {
  /** What npm's setting `registry` takes. */
  readonly url: string;
  close(): void;
}

/**
 * Serves the packages that are installed below a folder, so that a test can run `npm install` without a network and
 * gets the versions that this repository has pinned. A package that the test does not load comes without what it
 * depends on: Prism alone would have npm write 120 packages that nothing loads.
 *
 * @param root folder of the repository
 * @param loaded names of packages that the test loads from what it has installed: these, and all that they depend on,
 *   are served as they are
 */
export async function serveRegistry(root: string, loaded: readonly string[]): Promise<Registry> {
  const installed = await installedPackages(root);
  const whole = await withDependencies(loaded);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/").slice(1);
    const [name = "", version] = path.split("/-/");
    const versions = installed.get(name);
    if (versions === undefined) response.writeHead(404).end();
    else if (version === undefined)
      packument(`http://${request.headers.host}`, name, versions).then(
        (body) => response.end(JSON.stringify(body)),
        () => response.writeHead(500).end(),
      );
    else tarball(join(root, versions.get(version) ?? ""), response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };

  async function packument(origin: string, name: string, versions: ReadonlyMap<string, string>) {
    const manifests = await Promise.all(
      [...versions].map(async ([version, folder]) => {
        const manifest = await manifestIn(join(root, folder));
        // Install scripts have no part in what is tested here.
        const { scripts: _scripts, dependencies = {}, ...rest } = manifest;
        const needed = whole.has(name) ? dependencies : {};
        const dist = { tarball: `${origin}/${name}/-/${version}` };
        return [version, { ...rest, dependencies: needed, dist }] as const;
      }),
    );
    return { name, "dist-tags": { latest: manifests.at(-1)?.[0] }, versions: Object.fromEntries(manifests) };
  }

  /** The packages, and all that any installed version of them depends on, however far. */
  async function withDependencies(names: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set(names);
    for (const name of found)
      for (const folder of installed.get(name)?.values() ?? [])
        for (const dependency of Object.keys((await manifestIn(join(root, folder))).dependencies ?? {}))
          found.add(dependency);
    return found;
  }
}

const manifestIn = async (folder: string) => JSON.parse(await readFile(join(folder, "package.json"), "utf8"));

/** The folder of each installed version of each package. */
async function installedPackages(root: string): Promise<Map<string, Map<string, string>>> {
  const { packages } = JSON.parse(await readFile(join(root, "node_modules/.package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string; link?: boolean }>;
  };
  const found = new Map<string, Map<string, string>>();
  for (const [folder, { version, link }] of Object.entries(packages)) {
    const name = folder.split("node_modules/").at(-1) ?? "";
    if (link || version === undefined) continue;
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(version, folder));
  }
  return found;
}

/** Files that no program loads, by their endings: a third of what npm would have to write. */
const UNLOADED = ["*.ts", "*.mts", "*.cts", "*.map", "*.md"];

/** Streams a folder as npm packs it, below `package/`, without the compression, which npm does not need. */
async function tarball(folder: string, to: NodeJS.WritableStream): Promise<void> {
  const excluded = ["./node_modules", ...UNLOADED].map((pattern) => `--exclude=${pattern}`);
  const args = ["-cf", "-", ...excluded, "--transform", "s,^\\.,package,", "-C", folder, "."];
  await pipeline(spawn("tar", args, { stdio: ["ignore", "pipe", "ignore"] }).stdout, to);
}
