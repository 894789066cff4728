const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const sizes = ["byte", "kilobyte", "megabyte", "gigabyte"].map(
  (unit, power) =>
    new Intl.NumberFormat("en", {
      style: "unit",
      unit,
      unitDisplay: power === 0 ? "long" : "short",
      maximumSignificantDigits: 3,
    }),
);

export const formatDate = (timestamp: string) => dates.format(new Date(timestamp));

export function formatSize(bytes: number): string {
  const power = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), sizes.length - 1) : 0;
  return sizes[power]?.format(bytes / 1000 ** power) ?? "";
}

/** Seconds as `1:04` or `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}
