export const USER_AGENT = {};
export const shared = (): void => {};
/** A browser does not tell why a connection failed. */
export const UNSENT = /(?!)/;
