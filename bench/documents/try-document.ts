import { spawn } from "node:child_process";

/** What came of loading a document in a process of its own. */
export interface TriedDocument {
  readonly seconds: number;
  /** Time on the CPU, of all threads. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  /** Why it is refused, one line for each fault; empty if it was loaded. */
  readonly refusal: readonly string[];
  /** Faults that did not keep it from being used. */
  readonly faults: readonly string[];
}

/** Longest time for a document, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Prints the memory (KiB) and the CPU time (µs) of the process when it ends. */
const withUsage = `data:text/javascript,${encodeURIComponent(
  `process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write("usage " + maxRSS + " " + (userCPUTime + systemCPUTime) + "\\n");
  })`,
)}`;

/** Loads a document and lists its coverage, as `check` does before the first exchange. */
export async function tryDocument(bin: string, file: string, folder: string): Promise<TriedDocument> {
  const args = [
    "check",
    "-",
    "--spec",
    file,
    "--allow-ref",
    folder,
    "--lenient-document",
    "--report",
    "json",
  ];
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", withUsage, bin, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  await new Promise((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  const lines = err.split("\n").map((line) => line.replace("ittybit-qa: ", ""));
  const messages = lines.filter((line) => line !== "" && !line.startsWith("usage "));
  const usage = lines.find((line) => line.startsWith("usage ")) ?? "";
  const [kibibytes, microseconds] = usage.split(" ").slice(1).map(Number);
  const isLoaded = messages.some((line) => line.startsWith("Nothing was checked"));
  const faults = messages.filter((line) => !line.startsWith("Nothing was checked"));
  return {
    seconds,
    cpuSeconds: (microseconds ?? Number.NaN) / 1e6,
    megabytes: (kibibytes ?? Number.NaN) / 1024,
    refusal: isLoaded ? [] : faults.length === 0 ? ["it did not end"] : faults,
    faults: isLoaded ? faults : [],
  };
}
