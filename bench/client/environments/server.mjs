// @ts-nocheck: it is run with the client as installed
import { createReadStream, readFileSync } from "node:fs";
import { runCases } from "./cases.mjs";
import { runHooks } from "./hooks.mjs";

const [base, path] = process.argv.slice(2);
const image = readFileSync(path).toString("base64");
const results = await runCases({ base, image, path, openStream: createReadStream });
process.stdout.write(JSON.stringify({ ...results, hooks: await runHooks(base) }));
process.exit();
