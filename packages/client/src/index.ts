export { type Client, type ClientOptions, createClient, type ServerName } from "./create-client.js";
