import { InputError } from "@ittybit/client";
import { formatSize } from "../format";
import { Problem } from "../problem";
import type { Upload } from "./use-uploads";

interface UploadListProps {
  uploads: readonly Upload[];
  onRetry: (files: Iterable<File>) => void;
  onCancel: (upload: Upload) => void;
}

export function UploadList({ uploads, onRetry, onCancel }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <section aria-label="Uploads">
      <ul className="uploads">
        {uploads.map((upload) => (
          <UploadItem
            key={upload.key}
            upload={upload}
            onCancel={() => onCancel(upload)}
            onRetry={() => {
              onCancel(upload);
              onRetry([upload.file]);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface UploadItemProps {
  upload: Upload;
  onCancel: () => void;
  onRetry: () => void;
}

function UploadItem({ upload: { file, sent, error }, onCancel, onRetry }: UploadItemProps) {
  const percent = Math.floor(sent * 100);
  return (
    <li className="upload">
      <p className="upload-name">
        <strong>{file.name}</strong> <span className="quiet">{formatSize(file.size)}</span>
      </p>
      <button type="button" className="plain" onClick={onCancel}>
        {error ? "Dismiss" : "Cancel"}
        <span className="visually-hidden"> {file.name}</span>
      </button>
      {error ? (
        <Problem error={error} onRetry={error instanceof InputError ? undefined : onRetry} />
      ) : (
        <div className="upload-progress">
          <progress value={sent} aria-label={`Upload of ${file.name}`} />
          <span className="quiet">{percent < 100 ? `${percent} %` : "Finishing…"}</span>
        </div>
      )}
    </li>
  );
}
