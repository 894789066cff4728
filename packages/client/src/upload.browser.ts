export { formUpload as upload } from "./form-upload.js";
