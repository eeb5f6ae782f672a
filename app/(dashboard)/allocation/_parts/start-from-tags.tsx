'use client';

import { Money } from '@/components/figures/money';
import { Button } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { count } from './figures';
import { emptyRule } from './rule-draft';

interface StartFromTagsProps {
  dimension: AllocationDimension;
  tagKeys: readonly TagKeyCost[];
  currency: string;
  mayWrite: boolean;
  busy: boolean;
  onStart: (rules: AllocationRule[]) => void;
  onWrite: () => void;
}

const fromField = (from: string): AllocationRule => ({ ...emptyRule(), when: [], value: null, from });

/** Nothing is written yet: the tags of the bills, with the money each key stands on, are where to begin. */
export function StartFromTags({ dimension, tagKeys, currency, mayWrite, busy, onStart, onWrite }: StartFromTagsProps) {
  const keys = tagKeys.filter((k) => k.currency === currency);
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-13 text-ink-2">
        {dimension.key === 'team'
          ? 'No rule is written, so that the team tags name the owner. Start from that reading and write rules above it, or begin with a tag of your own.'
          : 'No rule is written, so that everything is unallocated here. Begin with a tag that the bills carry, or write a rule.'}
      </p>
      {mayWrite && (
        <span className="flex flex-wrap gap-2">
          {dimension.key === 'team' && (
            <Button tone="primary" disabled={busy} onClick={() => onStart([fromField('x_Team')])}>
              Start from the team of the tags
            </Button>
          )}
          <Button disabled={busy} onClick={onWrite}>
            Add a rule
          </Button>
        </span>
      )}
      <Table
        caption="Keys of tags in the bills"
        rows={keys}
        rowKey={(k) => k.key}
        empty="The bills of the last 90 days carry no tags."
        columns={[
          { key: 'key', header: 'Tag key', cell: (k) => k.key },
          {
            key: 'amount',
            header: `Stands on, ${currency}`,
            numeric: true,
            cell: (k) => <Money amount={k.amount} currency={k.currency} hideCurrency />,
          },
          { key: 'values', header: 'Values', numeric: true, cell: (k) => count(k.values) },
          {
            key: 'examples',
            header: 'Such as',
            className: 'max-sm:hidden',
            cell: (k) => <span className="text-ink-2">{k.examples.join(', ')}</span>,
          },
          ...(mayWrite
            ? [
                {
                  key: 'use',
                  header: <span className="sr-only">Use</span>,
                  cell: (k: TagKeyCost) => (
                    <Button
                      size="small"
                      tone="quiet"
                      disabled={busy}
                      aria-label={`Use tag ${k.key}`}
                      onClick={() => onStart([fromField(`tag:${k.key}`)])}
                    >
                      Use it
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
