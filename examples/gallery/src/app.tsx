import { useState } from "react";
import icon from "./icon.svg";
import { MediaGrid } from "./media/media-grid";
import { type Filter, type SortName, Toolbar } from "./media/toolbar";
import { PREVIEW_STATES, previewState } from "./preview-state";
import { DropZone } from "./upload/drop-zone";
import { UploadButton } from "./upload/upload-button";
import { UploadList } from "./upload/upload-list";
import { useUploads } from "./upload/use-uploads";
import { useHash } from "./use-hash";
import { Viewer } from "./viewer/viewer";

export function App() {
  const [filter, setFilter] = useState<Filter>("media");
  const [sort, setSort] = useState<SortName>("Newest");
  const { uploads, send, cancel } = useUploads();
  const openId = useHash();
  return (
    <DropZone onFiles={send}>
      <header className="top">
        <img src={icon} alt="" width="32" height="32" />
        <h1>Gallery</h1>
        <UploadButton onFiles={send} />
      </header>
      <main>
        <UploadList uploads={uploads} onRetry={send} onCancel={cancel} />
        <Toolbar filter={filter} onFilter={setFilter} sort={sort} onSort={setSort} />
        <MediaGrid filter={filter} sort={sort} onFiles={send} />
      </main>
      <footer>
        <p>Preview a state of this page:</p>
        <nav aria-label="States">
          {PREVIEW_STATES.map((state) => (
            <a
              key={state}
              href={`?state=${state}`}
              aria-current={state === previewState ? "page" : undefined}
            >
              {state}
            </a>
          ))}
        </nav>
      </footer>
      {openId && <Viewer key={openId} id={openId} />}
    </DropZone>
  );
}
