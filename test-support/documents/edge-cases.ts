import { fileURLToPath } from "node:url";
import { loadContract } from "@ittybit/contract/load";

/** A second document, as unlike the first as OpenAPI allows. */
export const edgeCases = await loadContract(
  fileURLToPath(new URL("./fixtures/edge-cases.yaml", import.meta.url)),
);
