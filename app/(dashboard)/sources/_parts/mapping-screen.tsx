'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Panel } from '@/components/ui/panel';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { mappingPreviewQuery, mappingsQuery, saveMapping } from '@/lib/client/mappings';
import { importsQuery, inspectImport } from '@/lib/client/sources';
import type { MappingDraft, Part } from '@/lib/core/imports/column-mapping';
import type { MappingPreview } from '@/lib/core/imports/mapping-view';
import { type Target, type TargetKey, targets } from '@/lib/core/imports/targets';
import { MappingOptions } from './mapping-options';
import { MappingRow, settled } from './mapping-row';
import { MappingRows } from './mapping-rows';
import { MappingTags } from './mapping-tags';

const groups: readonly [title: string, keys: readonly TargetKey[]][] = [
  ['Amount and day', ['BilledCost', 'BillingCurrency', 'ChargePeriodStart', 'ChargePeriodEnd']],
  [
    'What was bought',
    [
      'ProviderName',
      'ServiceName',
      'ChargeDescription',
      'SkuMeter',
      'Model',
      'TokenType',
      'ConsumedQuantity',
      'ConsumedUnit',
      'ChargeCategory',
    ],
  ],
  ['For whom', ['BillingAccountId', 'SubAccountId', 'SubAccountName', 'RegionId', 'ResourceId']],
  ['Other amounts', ['EffectiveCost', 'ListCost']],
];

/** Ours on the left, theirs on the right, and the first rows as they will be: until every row says what it should. */
export function MappingScreen({ importId }: { importId: number }) {
  const { data: guess, error, refetch } = useQuery(mappingPreviewQuery(importId, null));
  if (!guess)
    return error ? (
      <ErrorState title="The columns could not be read" detail={error.message} onRetry={() => refetch()} />
    ) : (
      <Skeleton shape="rows" rows={12} />
    );
  return <Form importId={importId} guess={guess} />;
}

function Form({ importId, guess }: { importId: number; guess: MappingPreview }) {
  const router = useRouter();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(guess.draft);
  const asked = useSettled(draft);
  const { data: preview = guess, isPlaceholderData, error } = useQuery(mappingPreviewQuery(importId, asked));
  const save = useMutation({
    mutationFn: async () => {
      const saved = await saveMapping(importId, settled(draft));
      // What is known here is read by the mapping only where a person says so; the others are recognised by it from now on.
      await inspectImport(importId, { mapping: guess.known ? saved.id : null, format: null });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: importsQuery().queryKey });
      await cache.invalidateQueries({ queryKey: mappingsQuery().queryKey });
      router.push(`/sources?import=${importId}`);
    },
  });
  const setPart = (key: TargetKey, part: Part | undefined) => setDraft((d) => ({ ...d, fields: { ...d.fields, [key]: part } }));
  const { columns, reasons, open } = guess;
  const unsaid = preview.missing.length > 0 || draft.name.trim() === '';
  const isGuess = (key: TargetKey) => JSON.stringify(draft.fields[key]) === JSON.stringify(guess.draft.fields[key]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="min-w-0">
        {groups.map(([title, keys]) => (
          <Panel key={title} title={title} className="first:border-t-0">
            <Rows keys={keys} filled={Object.keys(draft.fields)}>
              {(t) => (
                <MappingRow
                  key={t.key}
                  target={t}
                  part={draft.fields[t.key]}
                  columns={columns}
                  reason={isGuess(t.key) ? reasons[t.key] : undefined}
                  open={open[t.key]}
                  onChange={(part) => setPart(t.key, part)}
                />
              )}
            </Rows>
            {keys.includes('BilledCost') && (
              <MappingOptions
                options={draft.options}
                hasEnd={Boolean(draft.fields.ChargePeriodEnd)}
                hasCategory={Boolean(draft.fields.ChargeCategory)}
                reasons={reasons}
                open={open}
                onChange={(change) => setDraft((d) => ({ ...d, options: { ...d.options, ...change } }))}
              />
            )}
            {keys.includes('BillingAccountId') && (
              <div>
                <h3 className="pt-3 pb-1 text-14">Tags</h3>
                <MappingTags tags={draft.tags} columns={columns} onChange={(tags) => setDraft((d) => ({ ...d, tags }))} />
              </div>
            )}
          </Panel>
        ))}
      </div>
      <div className="min-w-0 wide:sticky wide:top-16 wide:max-h-[calc(100dvh-4.5rem)] wide:overflow-y-auto">
        {error ? (
          <Panel title="As charges">
            <p role="alert" className="text-13 text-over">
              {error.message}
            </p>
          </Panel>
        ) : (
          <MappingRows preview={preview} dimmed={isPlaceholderData} />
        )}
        <Panel
          title="Keep it"
          note="Files with the same headings are recognised by it from now on. Nothing is loaded before you confirm it."
        >
          <form
            className="grid max-w-lg gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (!unsaid) save.mutate();
            }}
          >
            <TextField
              label="Name of the mapping"
              value={draft.name}
              maxLength={80}
              required
              placeholder="Reseller bill"
              hint={guess.saved ? 'Another name renames it.' : 'Such as who sends the file.'}
              onChange={(e) => setDraft((d) => ({ ...d, name: e.target.value }))}
            />
            <FormError message={save.error?.message ?? null} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" tone="primary" disabled={unsaid} busy={save.isPending && 'Reading the whole file'}>
                Save and look at the whole file
              </Button>
              <LinkButton href={`/sources?import=${importId}`}>Cancel</LinkButton>
            </div>
            {preview.missing.length > 0 && <p className="text-12 text-ink-3">{preview.missing[0]}</p>}
          </form>
        </Panel>
      </div>
    </div>
  );
}

/** What every bill should say is always asked; the rest is there when the file has it, or on demand. */
const always: readonly TargetKey[] = [...(groups[0]?.[1] ?? []), 'ProviderName', 'ServiceName', 'BillingAccountId'];

interface RowsProps {
  keys: readonly TargetKey[];
  filled: readonly string[];
  children: (target: Target) => ReactNode;
}

function Rows({ keys, filled, children }: RowsProps) {
  const [all, setAll] = useState(false);
  const own = targets.filter((t) => keys.includes(t.key));
  const shown = own.filter((t) => all || always.includes(t.key) || filled.includes(t.key));
  const others = own.filter((t) => !shown.includes(t)).map((t) => t.title.toLowerCase());
  return (
    <>
      {shown.map(children)}
      {others.length > 0 && (
        <div className="border-line border-t pt-2">
          <Button
            size="small"
            tone="quiet"
            className="-ml-2 h-auto! min-h-7 whitespace-normal! py-1 text-left"
            onClick={() => setAll(true)}
          >
            Show {others.slice(0, -1).join(', ')}
            {others.length > 1 && ' and '}
            {others.at(-1)}
          </Button>
        </div>
      )}
    </>
  );
}

/** What was said, once nobody has typed for a moment. */
function useSettled(draft: MappingDraft): MappingDraft {
  const [value, setValue] = useState(() => settled(draft));
  useEffect(() => {
    const timer = setTimeout(() => setValue(settled(draft)), 250);
    return () => clearTimeout(timer);
  }, [draft]);
  return value;
}
