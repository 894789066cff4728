import { readdirSync, readlinkSync } from "node:fs";

/** How often this process has a file open. */
export const openCount = (path: string): number =>
  readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  }).length;
