const BARS = Array.from({ length: 32 }, (_, index) => index);

/** A picture for a sound. Its bars follow from the id, so that a Media keeps its picture. */
export function Waveform({ id }: { id: string }) {
  const seed = [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 9973;
  const height = (bar: number) =>
    14 + 26 * Math.abs(Math.sin(seed + bar * 0.9) * Math.cos(seed * bar * 0.13));
  return (
    <svg className="waveform" viewBox="0 0 160 120" aria-hidden="true">
      {BARS.map((bar) => (
        <rect
          key={bar}
          x={18 + bar * 4}
          y={60 - height(bar)}
          width="2.5"
          height={height(bar) * 2}
          rx="1.25"
        />
      ))}
    </svg>
  );
}
