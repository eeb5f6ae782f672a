'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { saveRule } from '@/lib/client/alerts';
import { ruleKindWords } from '@/lib/core/alerts/rule-words';
import type { RuleRow } from '@/lib/services/alerts/manage-rules';
import { RuleDialog } from './rule-dialog';
import { ageWords, momentWords, severityWords } from './words';

interface RulesPanelProps {
  rules: readonly RuleRow[];
  currencies: readonly string[];
  mayWrite: boolean;
  now: string;
}

/** What is watched and from where on it is told. Headroom's own rules stand here like all others, and can be changed like them. */
export function RulesPanel({ rules, currencies, mayWrite, now }: RulesPanelProps) {
  const router = useRouter();
  const say = useNotice();
  const [edited, setEdited] = useState<RuleRow | 'new' | null>(null);
  const turn = (r: RuleRow) =>
    saveRule(r.id, r.id === null ? { ...r.rule, enabled: !r.enabled } : { enabled: !r.enabled }).then(
      () => {
        say(r.enabled ? `${r.name} is off` : `${r.name} is on`);
        router.refresh();
      },
      (e: Error) => say(e.message, { tone: 'over' }),
    );
  const name = (r: RuleRow) => (
    <span className="flex flex-wrap items-baseline gap-x-2 py-1.5">
      {mayWrite ? (
        <button type="button" className="rounded-1 text-left font-strong hover:underline" onClick={() => setEdited(r)}>
          <bdi>{r.name}</bdi>
        </button>
      ) : (
        <bdi className="font-strong">{r.name}</bdi>
      )}
      {r.isOwn && (
        <span className="whitespace-nowrap text-12 text-ink-3">{r.id === null ? "Headroom's own" : "Headroom's own, changed"}</span>
      )}
    </span>
  );
  const onOff = (r: RuleRow) => (
    <label className="-m-1 inline-flex items-center gap-1.5 p-1 align-middle">
      <input
        type="checkbox"
        aria-label={`${r.name} is on`}
        checked={r.enabled}
        disabled={!mayWrite}
        onChange={() => turn(r)}
        className="size-4 accent-accent"
      />
      {r.enabled ? 'on' : 'off'}
    </label>
  );
  const severity = (r: RuleRow) => <Badge tone={severityWords[r.severity]?.[1]}>{severityWords[r.severity]?.[0] ?? r.severity}</Badge>;
  const last = (r: RuleRow) =>
    r.lastFired === null ? (
      <span className="text-ink-3">never</span>
    ) : (
      <time dateTime={r.lastFired} title={momentWords(r.lastFired)}>
        {ago(r.lastFired, now)}
      </time>
    );
  return (
    <Panel
      className="border-t-0!"
      title="Rules"
      note={`Looked at after every load and every hour; each event is told once. Budgets and agreements have thresholds of their own.${mayWrite ? '' : ' Editors change them.'}`}
      actions={
        mayWrite && (
          <Button tone="primary" onClick={() => setEdited('new')}>
            New rule
          </Button>
        )
      }
    >
      <Table
        caption="Rules"
        rows={rules}
        rowKey={(r) => String(r.id ?? r.rule.origin)}
        stickyFirst={false}
        dense={false}
        onRowClick={mayWrite ? setEdited : undefined}
        columns={[
          { key: 'name', header: 'Rule', className: 'min-w-44', cell: name },
          { key: 'kind', header: 'Kind', className: 'whitespace-nowrap', cell: (r) => ruleKindWords[r.kind] },
          { key: 'scope', header: 'Of', className: 'max-w-72 break-words text-ink-2', cell: (r) => <bdi>{r.scope}</bdi> },
          { key: 'condition', header: 'Tells', className: 'min-w-56', cell: (r) => r.condition },
          { key: 'severity', header: 'Severity', cell: severity },
          { key: 'last', header: 'Last told', numeric: true, cell: last },
          { key: 'fired', header: 'In 90 days', numeric: true, cell: (r) => r.fired },
          { key: 'on', header: 'State', className: 'w-16 whitespace-nowrap', cell: onOff },
        ]}
        narrow={(r) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              {name(r)}
              {onOff(r)}
            </span>
            <span className="text-ink-2">{r.condition}</span>
            {r.scope !== 'Everything' && <bdi className="break-words text-12 text-ink-2">{r.scope}</bdi>}
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-2">
              {severity(r)}
              <span>
                {r.fired} in 90 days, last {last(r)}
              </span>
            </span>
          </div>
        )}
      />
      {edited && (
        <RuleDialog
          key={edited === 'new' ? 'new' : String(edited.id ?? edited.rule.origin)}
          rule={edited === 'new' ? null : edited}
          currencies={currencies}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

const ago = (iso: string, now: string): string => {
  const age = ageWords(iso, now);
  return age === 'just now' ? age : `${age} ago`;
};
