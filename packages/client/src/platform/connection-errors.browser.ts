/** A browser does not expose why a connection failed. */
export const NEVER_CONNECTED = /(?!)/;
export const TLS_FAILURE = /(?!)/;
