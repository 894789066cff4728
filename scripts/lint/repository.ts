import { posix } from "node:path";
import type { Finding } from "./finding.js";

/** What may stand at the root. Everything else has a folder. */
const ROOT_FILES: ReadonlySet<string> = new Set([
  ".dockerignore",
  ".editorconfig",
  ".gitattributes",
  ".gitignore",
  ".nvmrc",
  ".redocly.lint-ignore.yaml",
  ".spectral.yaml",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "Dockerfile",
  "LICENSE",
  "README.md",
  "SECURITY.md",
  "action.yml",
  "biome.json",
  "compose.yaml",
  "knip.jsonc",
  "package-lock.json",
  "package.json",
  "redocly.source.yaml",
  "redocly.yaml",
  "tsconfig.json",
  "vitest.config.ts",
]);

/** Absolute paths that an example shows, of a container and not of a machine. */
const SHOWN_PATHS: readonly { readonly file: string; readonly folder: string; readonly reason: string }[] = [
  { file: "docs/qa/scale.md", folder: "/work", reason: "the volume that the containers of the job share" },
];

const MACHINE_PATH = /(?<![\w.~/*-])(\/(?:tmp|work|root|home))\/\w/g;
const OUTSIDE_FOLDER = /\.\.\/shared(?=\/\w)/g;
const MARKDOWN_LINK = /\]\((\.\.?\/[^)#\s]*)/g;

/** Files at the root that are not on the list. */
export function rootFileFindings(files: readonly string[]): Finding[] {
  return files
    .filter((file) => !file.includes("/") && !ROOT_FILES.has(file))
    .map((file) => ({
      file,
      line: 1,
      code: "root-file",
      message: "does not belong at the root; move it to a folder, or add it to scripts/lint/repository.ts",
    }));
}

/** Decision records that have the number of another one. */
export function recordNumberFindings(files: readonly string[]): Finding[] {
  const byNumber = new Map<string, string>();
  return files.flatMap((file) => {
    const [, number] = /^docs\/adr\/(\d+)-/.exec(file) ?? [];
    if (number === undefined) return [];
    const first = byNumber.get(number);
    if (first === undefined) byNumber.set(number, file);
    return first === undefined
      ? []
      : [
          {
            file,
            line: 1,
            code: "record-number",
            message: `has the number of ${first}; take the next free one`,
          },
        ];
  });
}

/** Text of a file that points to what is outside the repository, and so on one machine only. */
export function outsideFindings(file: string, text: string): Finding[] {
  return text.split("\n").flatMap((line, index) =>
    outsidePaths(file, line).map((path) => ({
      file,
      line: index + 1,
      code: "outside-path",
      message: `${path} is outside the repository; nobody else has it`,
    })),
  );
}

function outsidePaths(file: string, line: string): string[] {
  const shown = SHOWN_PATHS.filter((each) => each.file === file).map(({ folder }) => folder);
  const machine = [...line.matchAll(MACHINE_PATH)].map(([, folder = ""]) => folder);
  const folders = [...line.matchAll(OUTSIDE_FOLDER)].map(([path]) => path);
  const links = file.endsWith(".md") ? [...line.matchAll(MARKDOWN_LINK)].map(([, path = ""]) => path) : [];
  const leaving = links.filter((path) => posix.join(posix.dirname(file), path).startsWith("../"));
  return [...machine.filter((folder) => !shown.includes(folder)), ...folders, ...leaving];
}
