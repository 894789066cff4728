import { type DragEvent, type ReactNode, useState } from "react";

interface DropZoneProps {
  onFiles: (files: Iterable<File>) => void;
  children: ReactNode;
}

/** The whole page takes files. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const whenFiles = (then: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    then(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same for those without a pointer
    <div
      className="page"
      onDragOver={whenFiles(() => setOver(true))}
      onDragLeave={({ currentTarget, relatedTarget }) =>
        setOver(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
      onDrop={whenFiles(({ dataTransfer }) => {
        setOver(false);
        onFiles([...dataTransfer.files]);
      })}
    >
      {children}
      {isOver && (
        <div className="drop">
          <p>Drop to upload</p>
        </div>
      )}
    </div>
  );
}
