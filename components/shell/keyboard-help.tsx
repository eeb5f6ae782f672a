'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { destinations } from './navigation';
import { hasSingleKeys, switchSingleKeys } from './preferences';

const Key = ({ children }: { children: string }) => (
  <kbd className="inline-flex h-6 min-w-6 items-center justify-center rounded-1 border border-edge px-1.5 font-mono text-12">
    {children}
  </kbd>
);

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(hasSingleKeys);
  const lines = [
    ...destinations.map((d) => ({ keys: ['g', d.key], what: `Go to ${d.label}` })),
    { keys: ['/'], what: 'Search everything' },
    { keys: ['[', ']'], what: 'The period before, after' },
    { keys: ['f'], what: 'Costs: add a filter' },
    { keys: ['b'], what: 'Costs: what to group by' },
    { keys: ['v'], what: 'Costs: saved views' },
    { keys: ['⌫'], what: 'Costs: take the last filter away' },
    { keys: ['u'], what: 'Costs: one step up' },
    { keys: ['↑', '↓'], what: 'Tables: the row above, below' },
    { keys: ['Space', '⇧ Enter'], what: 'Costs, on a row: choose it, leave it out' },
    { keys: ['t'], what: 'Chart or table' },
    { keys: ['s'], what: 'Costs and dashboards: share' },
    { keys: ['e'], what: 'Costs: export what is shown' },
    { keys: ['j', 'k'], what: 'Alerts: next, previous' },
    { keys: ['a', 'i', 'r'], what: 'Alerts: acknowledge, ignore, resolve' },
    { keys: ['n'], what: 'Allocation, Rules: a new rule' },
    { keys: ['Alt', '↑', '↓'], what: 'Allocation, Rules: ask the rule earlier, later' },
    { keys: ['w'], what: 'Allocation, Showback: why is this so?' },
    { keys: ['.'], what: 'Theme: system, light, dark' },
    { keys: ['?'], what: 'This list' },
    { keys: ['Esc'], what: 'Close what is on top' },
  ];
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title="Keys" description="They rest while you type in a field.">
      <label className="mb-2 flex min-h-8 items-center gap-2 text-13">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setOn(event.target.checked);
            switchSingleKeys(event.target.checked);
          }}
          className="size-4 accent-accent"
        />
        Keys are on in this browser
      </label>
      <dl className={clsx('grid text-13', !isOn && 'text-ink-3')}>
        {lines.map((l) => (
          <div key={l.what} className="flex h-9 items-center justify-between border-line border-b last:border-0">
            <dt>{l.what}</dt>
            <dd className="flex gap-1">
              {l.keys.map((k) => (
                <Key key={k}>{k}</Key>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
