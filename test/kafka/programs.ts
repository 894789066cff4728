import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Those of the programs that are not installed. */
export async function missingPrograms(names: readonly string[]): Promise<string[]> {
  const found = names.map(async (name) => {
    const ran = promisify(execFile)("sh", ["-c", `command -v ${name}`]);
    return ran.then(
      () => [],
      () => [name],
    );
  });
  return (await Promise.all(found)).flat();
}
