/** The code of calls with a body, which a page loads with the first one. */
export const loadBody = () => import("./body.js");
