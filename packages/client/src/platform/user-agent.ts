import { version } from "@ittybit/openapi/version";
import { ON_SERVER } from "./runtime.js";

/** The header that names this package; a browser sets its own. */
export const USER_AGENT = ON_SERVER ? { "User-Agent": `ittybit-client/${version}` } : {};
