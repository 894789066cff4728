// @ts-nocheck: it is run with the client as installed
import { createReadStream } from "node:fs";
import { runCases } from "../../cases.mjs";

export async function POST(request) {
  return Response.json(await runCases({ ...(await request.json()), openStream: createReadStream }));
}
