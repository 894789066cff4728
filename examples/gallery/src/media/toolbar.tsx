/** A list of the client. */
export type Filter = "media" | "videos" | "images" | "audio";

const FILTERS: readonly { filter: Filter; label: string }[] = [
  { filter: "media", label: "All" },
  { filter: "videos", label: "Videos" },
  { filter: "images", label: "Images" },
  { filter: "audio", label: "Audio" },
];

export const SORTS = {
  Newest: { orderBy: "created", order: "desc" },
  Oldest: { orderBy: "created", order: "asc" },
  "Last changed": { orderBy: "updated", order: "desc" },
  Largest: { orderBy: "filesize", order: "desc" },
} as const;

export type SortName = keyof typeof SORTS;

interface ToolbarProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  sort: SortName;
  onSort: (sort: SortName) => void;
}

export function Toolbar({ filter, onFilter, sort, onSort }: ToolbarProps) {
  return (
    <div className="toolbar">
      <fieldset className="filters">
        <legend className="visually-hidden">Show</legend>
        {FILTERS.map((each) => (
          <label key={each.filter}>
            <input
              type="radio"
              name="filter"
              checked={each.filter === filter}
              onChange={() => onFilter(each.filter)}
            />
            {each.label}
          </label>
        ))}
      </fieldset>
      <label className="sort">
        <span className="visually-hidden">Sort by</span>
        <select value={sort} onChange={({ target }) => onSort(target.value as SortName)}>
          {Object.keys(SORTS).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
