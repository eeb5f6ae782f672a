'use client';

import { Button, IconButton } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { MappingDraft } from '@/lib/core/imports/column-mapping';
import { placeOf } from '@/lib/core/imports/headings';
import type { TheirColumn } from '@/lib/core/imports/mapping-view';
import { visible } from '@/lib/core/text/visible';

type Tags = MappingDraft['tags'];
const MOST = 50;

/** Columns that are kept as tags, each under its key: a team, a cost centre. */
export function MappingTags({ tags, columns, onChange }: { tags: Tags; columns: readonly TheirColumn[]; onChange: (tags: Tags) => void }) {
  const headings = columns.map((c) => c.column);
  const set = (at: number, change: Partial<Tags[number]>) => onChange(tags.map((t, i) => (i === at ? { ...t, ...change } : t)));
  const used = new Set(tags.map((t) => placeOf(headings, t)));
  const next = columns.findIndex((_, i) => !used.has(i));
  return (
    <div className="grid gap-2 border-line border-t py-3">
      <p className="text-12 text-ink-3">Columns to filter and group by later, such as a team or a cost centre.</p>
      {tags.map((tag, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tag is its place in the list while its key is typed
        <div key={i} className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <Select
              aria-label={`Column of tag ${i + 1}`}
              options={columns.map((c, at) => ({ value: String(at), label: visible(c.label) }))}
              value={String(placeOf(headings, tag))}
              onChange={(at) => {
                const column = columns[Number(at)];
                if (column) set(i, { column: column.column, nth: column.nth });
              }}
            />
          </div>
          <span className="text-13 text-ink-2">as</span>
          <div className="min-w-0 flex-1">
            <input
              aria-label={`Key of tag ${i + 1}`}
              className={controlClass(tag.key.trim() === '')}
              value={tag.key}
              maxLength={120}
              onChange={(e) => set(i, { key: e.target.value })}
            />
          </div>
          <IconButton label={`Remove tag ${tag.key || i + 1}`} onClick={() => onChange(tags.filter((_, at) => at !== i))}>
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5">
              <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </IconButton>
        </div>
      ))}
      {next !== -1 && tags.length < MOST && (
        <div>
          <Button
            size="small"
            onClick={() => {
              const column = columns[next];
              if (column) onChange([...tags, { column: column.column, nth: column.nth, key: keyFor(column, next, tags) }]);
            }}
          >
            Add a tag
          </Button>
        </div>
      )}
    </div>
  );
}

/** The heading itself, unless another tag has it. */
function keyFor({ column }: TheirColumn, place: number, tags: Tags): string {
  const key = column.trim().slice(0, 100) || `column ${place + 1}`;
  return tags.some((t) => t.key === key) ? `${key} ${place + 1}` : key;
}
