import { formUpload } from "./form-upload.js";
import { multipartUpload } from "./multipart-upload.js";
import type { Part } from "./part.js";
import { ON_SERVER } from "./platform.js";
import type { Upload } from "./transmit.js";

/** A form that sends itself in the way that is best where this runs. */
export const upload = (parts: readonly Part[]): Upload => (ON_SERVER ? multipartUpload : formUpload)(parts);
