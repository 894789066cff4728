/** Version of this package, for the `User-Agent`. */
export const VERSION = "0.1.0";
