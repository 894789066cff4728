import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Puts files that can share a worker beside each other. A worker ends, and the packages are loaded again, as soon as
 * the next file is of another project or asks for another environment.
 */
export default class WorkerOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const groups = new Map<string, TestSpecification[]>();
    for (const file of sorted) {
      const group = `${file.project.name} ${environmentOf(file.moduleId)}`;
      groups.set(group, [...(groups.get(group) ?? []), file]);
    }
    return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, group]) => group);
  }
}

/** The environment that a comment of the file asks for; empty for Node. */
function environmentOf(file: string): string {
  return /@vitest-environment\s+(\S+)/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}
