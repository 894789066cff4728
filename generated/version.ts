/** Version of the contract and of every package that is released with it. */
export const version = "0.1.0";
