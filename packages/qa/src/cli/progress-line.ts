/** Progress of a run. */
export interface Progress {
  /** Bytes read so far, of all sources. */
  readonly bytes: number;
  /** Bytes of all sources; null if unknown. */
  readonly total: number | null;
  /** Exchanges read so far. */
  readonly exchanges: number;
  /** Seconds since the run began. */
  readonly seconds: number;
}

const barWidth = 20;

/** One line of at most `columns` characters, such as `████░░░░  41 %  1.2 GB  31,400/s  12 s left`. */
export function progressLine({ bytes, total, exchanges, seconds }: Progress, columns: number): string {
  const rate = seconds > 0 ? exchanges / seconds : 0;
  const known = total === null || total === 0 ? [] : [bar(bytes / total), percent(bytes / total)];
  const words = [...known, size(bytes), `${Math.round(rate).toLocaleString("en")} exchanges/s`];
  if (total !== null && bytes > 0 && seconds >= 1) {
    words.push(`${duration((seconds * Math.max(0, total - bytes)) / bytes)} left`);
  }
  return words.join("  ").slice(0, Math.max(0, columns - 1));
}

function bar(share: number): string {
  const filled = Math.min(barWidth, Math.floor(share * barWidth));
  return "█".repeat(filled) + "░".repeat(barWidth - filled);
}

function percent(share: number): string {
  return `${Math.min(100, Math.floor(share * 100))} %`.padStart(5);
}

/** In SI units: 1 kB is 1,000 bytes. */
function size(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
