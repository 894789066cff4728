import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { LONG_FILES } from "./long-files.js";

/**
 * Starts the files that take longest first, so that all workers end at about the same time. Puts files that can share
 * a worker beside each other: a worker ends, and the packages are loaded again, as soon as the next file asks
 * for another environment.
 */
export default class WorkerOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groups = new Map<string, TestSpecification[]>();
    for (const file of await super.sort(files)) {
      const group = environmentOf(file.moduleId);
      groups.set(group, [...(groups.get(group) ?? []), file]);
    }
    const sorted = [...groups].map(([, group]) => group.sort((one, other) => seconds(other) - seconds(one)));
    return sorted.sort((one, other) => total(other) - total(one)).flat();
  }
}

const total = (group: readonly TestSpecification[]) => group.reduce((sum, file) => sum + seconds(file), 0);

/** How long a file is known to take; 0 for the many that take little. */
const seconds = ({ moduleId, project }: TestSpecification): number =>
  LONG_FILES[relative(project.config.root, moduleId)] ?? 0;

/** The environment that a comment of the file asks for; empty for Node. */
function environmentOf(file: string): string {
  return /@vitest-environment\s+(\S+)/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}
