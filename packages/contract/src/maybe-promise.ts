/** A value, or a promise of it. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Continues with a value: at once when it is there, because a turn of the event loop costs more than a check. */
export function andThen<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
