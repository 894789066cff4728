import { ON_SERVER } from "../platform/runtime.js";
import type { Part, Upload } from "./body.js";
import { formUpload } from "./form.js";
import { multipartUpload } from "./multipart.js";

/** Creates an upload that is sent in the way that suits this runtime. */
export const upload = (parts: readonly Part[]): Upload => (ON_SERVER ? multipartUpload : formUpload)(parts);
