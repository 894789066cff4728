/** A position in a text of lines that are indented by spaces. */
export class LineCursor {
  readonly text: string;
  /** Number of the current line, from 1. */
  line = 0;
  /** Where the current line begins. */
  start = 0;
  /** Where what is left of its content begins. */
  at = 0;
  /** Where the current line ends. */
  end = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Column of the content; -1 behind the last line. */
  get indent(): number {
    return this.at < this.text.length ? this.at - this.start : -1;
  }

  /** What is left of the current line. */
  get content(): string {
    return this.text.slice(this.at, this.end);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Moves to the next line that has more than spaces. */
  nextLine(): void {
    do this.#moveTo(this.end + 1);
    while (this.at === this.end && !this.isAtEnd);
  }

  /** Moves to the next line that is neither empty nor a comment. */
  nextContent(): void {
    do this.nextLine();
    while (this.text[this.at] === "#");
  }

  /** Moves to the next line that has more than spaces if it begins behind a column, and with nothing of `unless`. */
  nextLineIn(parent: number, unless = ""): boolean {
    const { line, start, at, end } = this;
    this.nextLine();
    if (this.indent > parent && this.text[this.at] !== unless) return true;
    this.line = line;
    this.start = start;
    this.at = at;
    this.end = end;
    return false;
  }

  #moveTo(start: number): void {
    this.line++;
    this.start = start;
    this.at = this.skipSpaces(start);
    const end = this.text.indexOf("\n", this.at);
    this.end = end < 0 ? this.text.length : end;
  }

  /** Where the next line that has more than spaces begins. */
  startOfNextLine(): number {
    let start = this.end + 1;
    for (let at = this.skipSpaces(start); this.text[at] === "\n"; at = this.skipSpaces(start)) start = at + 1;
    return start;
  }

  skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** Whether nothing, or a comment, follows on the line. */
  isDone(at: number): boolean {
    return at >= this.end || (this.text[at] === "#" && this.text[at - 1] === " ");
  }

  /** Whether a character that needs a space behind it has it. */
  isSpaced(at: number): boolean {
    return at + 1 >= this.end || this.text[at + 1] === " ";
  }
}

const SPACE = 32;
