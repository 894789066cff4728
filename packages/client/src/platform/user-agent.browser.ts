/** A browser sets its own. */
export const USER_AGENT = {};
