import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkerInfo } from "@playwright/test";
import { merge } from "../../report/merge.js";
import type { Report } from "../../report/report.js";
import { reporters } from "../../reporters/report-formats.js";

/** The JSON report of the tests of one worker. `ittybit-qa merge` combines those of all workers. */
export class WorkerReport {
  readonly #name: string;
  readonly #merged = new Map<string, Report>();

  constructor({ project, workerIndex, config }: Pick<WorkerInfo, "project" | "workerIndex" | "config">) {
    const shard = config.shard === null ? "" : `shard${config.shard.current}`;
    const names = [project.name.replaceAll(/[^\w.-]+/g, "-"), shard, `worker${workerIndex}`];
    this.#name = names.filter((name) => name !== "").join("-");
  }

  /** Adds the report of a test and writes the file, so that a worker that crashes loses its last test at most. */
  async add(folder: string, report: Report): Promise<void> {
    const { name, digest } = report.contract;
    const file = join(folder, `${this.#name}${name === "ittybit" ? "" : `-${digest}`}.json`);
    const known = this.#merged.get(file);
    const merged = known === undefined ? report : merge([known, report]);
    this.#merged.set(file, merged);
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, reporters.json(merged));
    await rename(`${file}.part`, file);
  }
}
