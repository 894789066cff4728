/** Whether a number is a multiple of another one in decimal arithmetic: 19.99 is one of 0.01. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const [a, b] = [toDecimal(value), toDecimal(divisor)];
  const exponent = Math.min(a.exponent, b.exponent);
  return (a.digits * scale(a.exponent - exponent)) % (b.digits * scale(b.exponent - exponent)) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  /** Power of ten that the digits are multiplied with. */
  readonly exponent: number;
}

/** The shortest decimal that reads back as this number, which is the one that a message contains. */
function toDecimal(value: number): Decimal {
  const [mantissa = "", power = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function scale(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
