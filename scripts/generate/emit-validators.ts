import { ContractError, createContractModel } from "@ittybit/contract/create";
import { standaloneSource } from "@ittybit/contract/standalone";
import { bundleValidators } from "./bundle-validators.js";
import { docblock } from "./docblock.js";
import { DocumentError } from "./document/document-error.js";
import type { Emit } from "./output.js";

const head = "// Made by npm run generate from spec/. Do not edit.\n";

/**
 * The contract, ready to check exchanges: its model, a compiled validator for each schema, and the source map. One module
 * without imports, without eval.
 */
export const emitValidators: Emit = async (document, { sourceMap }) => {
  const model = modelOf(document);
  const source = `${standaloneSource(model)}\nexport const sources = ${JSON.stringify(sourceMap())};`;
  return head + (await bundleValidators(source));
};

function modelOf(document: unknown) {
  try {
    return createContractModel(document);
  } catch (cause) {
    if (cause instanceof ContractError) throw new DocumentError(cause.pointer, cause.problem);
    throw cause;
  }
}

/** Types of validators.js; whoever reads the model knows its shape. */
export const emitValidatorTypes: Emit = () => `${head}
${docblock("The operations and schemas of the contract, as @ittybit/contract reads them.", "@ittybit/openapi/validators", "model")}
export declare const model: object;

${docblock("Source file and line of each node of the bundle, as in source-map.json.", "@ittybit/openapi/validators", "sources")}
export declare const sources: { readonly files: readonly string[]; readonly root: unknown };

${docblock("Matches the patterns of the contract.", "@ittybit/openapi/validators", "patternEngine")}
export declare const patternEngine: (pattern: string, flags: string) => { test(text: string): boolean };

${docblock("Compiled validators by key of the model.", "@ittybit/openapi/validators", "validators")}
export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
`;
