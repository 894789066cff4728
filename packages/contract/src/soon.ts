/** A value that is at hand, or that will be. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is at hand, because each turn of the event loop costs more than a check. */
export function after<Value, Next>(value: Soon<Value>, next: (value: Value) => Soon<Next>): Soon<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
