/**
 * Writes the lines of one turn of the event loop together. Under load, a system call for each line costs more than the
 * request that it is about.
 */
export function batchLines(write: (text: string) => void): (line: string) => void {
  let pending = "";
  const flush = () => {
    const text = pending;
    pending = "";
    write(text);
  };
  return (line) => {
    if (pending === "") setImmediate(flush);
    pending += `${line}\n`;
  };
}
