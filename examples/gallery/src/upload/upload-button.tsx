import { useRef } from "react";

const ACCEPTED = "video/*,image/*,audio/*,.mkv,.hevc,.heic";

export function UploadButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={ACCEPTED}
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <button type="button" className="primary" onClick={() => input.current?.click()}>
        Upload
      </button>
    </>
  );
}
