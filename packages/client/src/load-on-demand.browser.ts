/** The code of uploads and waits, which a page loads with the first one. */
export const loadOnDemand = () => import("./on-demand.js");
