import * as onDemand from "./on-demand.js";

/** The code of uploads and waits. */
export const loadOnDemand = (): typeof onDemand | Promise<typeof onDemand> => onDemand;
