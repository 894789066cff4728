import * as body from "./body.js";

/** The code of calls with a body. */
export const loadBody = (): typeof body | Promise<typeof body> => body;
