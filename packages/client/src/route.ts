import { routes } from "@ittybit/openapi";

/** How one operation is sent: method, path template, server and the media type of its body. */
export type Route = (typeof routes)[keyof typeof routes];

export const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;
export type Method = (typeof METHODS)[number];

/** The route that the contract has for a method and a path template, if any. */
export const findRoute = (method: Method, path: string): Route | undefined =>
  Object.values(routes).find((route) => route.method === method && route.path === path);
