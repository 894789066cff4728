/** A browser has no folders. */
export class KeptFolder {
  constructor() {
    throw new TypeError("A mock in a browser cannot keep its state in a folder.");
  }
}
