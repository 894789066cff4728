/**
 * Matches the error of a connection that was never made, so that nothing can have arrived: the codes of Node, which
 * Bun has too, and the message of Deno.
 */
export const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|client error \(Connect\)/;

/** Matches the error of a TLS handshake, which fails the same way every time: the codes of Node and Bun, and Deno's message. */
export const TLS_FAILURE = /CERT|_SSL_|_TLS_|EPROTO|UNABLE_TO_VERIFY|peer certificate/;
