export { ContractError } from "./contract-error.js";
export { parseSource, type SourceFile } from "./source/source-file.js";
export { locateIn, type SourceMap } from "./source/source-map.js";
