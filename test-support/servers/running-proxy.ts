import { type Ran, runQuietly } from "../commands/qa.js";

/** An `ittybit-qa proxy` that runs in this process. */
export class RunningProxy {
  readonly port: number;
  readonly #said: LogText;
  readonly #end: AbortController;
  readonly #ran: Promise<Ran>;

  private constructor(port: number, said: LogText, end: AbortController, ran: Promise<Ran>) {
    this.port = port;
    this.#said = said;
    this.#end = end;
    this.#ran = ran;
  }

  /** @throws where it does not come to listen */
  static async start(...args: string[]): Promise<RunningProxy> {
    const said = new LogText();
    const end = new AbortController();
    const ran = runProxy(["--listen", "127.0.0.1:0", ...args], said, end.signal);
    const early = ran.then(({ code, err }) => Promise.reject(new Error(`ended with ${code}: ${err}`)));
    const [, port] = await Promise.race([said.waitFor(/Listening on \S+:(\d+)\./), early]);
    early.catch(() => {});
    return new RunningProxy(Number(port), said, end, ran);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** All of standard error so far. */
  get err(): string {
    return this.#said.text;
  }

  /** Waits until standard error matches. */
  waitForLog(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#said.waitFor(pattern);
  }

  /** Ends it as Ctrl-C does. */
  end(): Promise<Ran> {
    this.#end.abort();
    return this.#ran;
  }
}

/** Runs `ittybit-qa proxy` to its end. */
export async function runProxy(
  args: readonly string[],
  said = new LogText(),
  ended?: AbortSignal,
): Promise<Ran> {
  const ran = await runQuietly(["proxy", ...args], ended ?? new AbortController().signal, (line) => {
    said.add(`${line}\n`);
  });
  return { ...ran, err: said.text };
}

/** Text that grows. */
class LogText {
  text = "";
  #waiting: (() => void)[] = [];

  add(more: string): void {
    this.text += more;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.text);
      if (match) return match;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
