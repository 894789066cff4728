export { poll } from "./poll.js";
export { encodeBody } from "./request/body.js";
