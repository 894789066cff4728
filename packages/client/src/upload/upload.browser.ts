export { formUpload as upload } from "./form.js";
