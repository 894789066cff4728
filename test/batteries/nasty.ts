import { fileURLToPath } from "node:url";
import { loadContract } from "@ittybit/contract/load";

/** A second document, as unlike the first as OpenAPI allows. */
export const nasty = await loadContract(fileURLToPath(new URL("./fixtures/nasty.yaml", import.meta.url)));
