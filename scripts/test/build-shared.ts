import { builtSiteFolder } from "../cache/built-site.js";
import { packedPackages } from "../cache/shared-builds.js";

/**
 * Builds what tests share before they start, as a step of `npm test`: no test waits for a build, and what cannot be
 * built is reported once. A run of some test files builds what they need when they ask for it.
 */
const builds = await Promise.allSettled([packedPackages(), builtSiteFolder()]);
for (const build of builds)
  if (build.status === "rejected") {
    process.stderr.write(`${build.reason instanceof Error ? build.reason.message : build.reason}\n`);
    process.exitCode = 1;
  }
