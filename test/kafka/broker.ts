import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const pom = fileURLToPath(new URL("pom.xml", import.meta.url));
const libraries = fileURLToPath(new URL("../../node_modules/.cache/kafka-3.9.1", import.meta.url));

/** Class path of the broker and its tools. */
export const CLASS_PATH = `${libraries}/*`;

const CLUSTER_ID = "MkU3OEVBNTcwNTJENDM2Qk";
const MAX_START_MS = 120_000;

/** A Kafka broker in KRaft mode with its data in a folder. */
export interface Broker {
  /** Host and port. */
  readonly address: string;
  close(): Promise<void>;
}

/** Starts a broker and waits until it responds. @throws when it does not */
export async function startBroker(folder: string): Promise<Broker> {
  if (!existsSync(libraries)) await download();
  const [port, controllerPort] = [await freePort(), await freePort()];
  const file = join(folder, "server.properties");
  await writeFile(file, properties(folder, port, controllerPort));
  await java("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", file);
  const server = spawn("java", ["-Xmx512m", "-cp", CLASS_PATH, "kafka.Kafka", file], { stdio: "ignore" });
  const broker = { address: `127.0.0.1:${port}`, close: () => stop(server) };
  try {
    await untilReady(broker.address, server);
    return broker;
  } catch (error) {
    await broker.close();
    throw error;
  }
}

/** Runs a class of Kafka. */
export async function java(...args: string[]): Promise<string> {
  return (await run("java", ["-cp", CLASS_PATH, ...args])).stdout;
}

async function download(): Promise<void> {
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  const options = ["-DincludeScope=runtime", `-DoutputDirectory=${libraries}`];
  await run("mvn", ["--quiet", "--batch-mode", "-f", pom, goal, ...options]);
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  const deadline = performance.now() + MAX_START_MS;
  while (performance.now() < deadline && server.exitCode === null) {
    const list = run("kcat", ["-b", address, "-q", "-L", "-m", "2"]);
    if (
      await list.then(
        () => true,
        () => false,
      )
    )
      return;
    await delay(500);
  }
  throw new Error("the broker did not start");
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGKILL");
  await once(server, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function properties(folder: string, port: number, controllerPort: number): string {
  return [
    "process.roles=broker,controller",
    "node.id=1",
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    "controller.listener.names=CONTROLLER",
    `log.dirs=${join(folder, "data")}`,
    "offsets.topic.replication.factor=1",
    "offsets.topic.num.partitions=1",
    "group.initial.rebalance.delay.ms=0",
    "",
  ].join("\n");
}
