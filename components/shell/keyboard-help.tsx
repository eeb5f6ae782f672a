'use client';

import { Dialog } from '../ui/dialog';
import { destinations } from './navigation';

const Key = ({ children }: { children: string }) => (
  <kbd className="inline-flex h-6 min-w-6 items-center justify-center rounded-1 border border-edge px-1.5 font-mono text-12">
    {children}
  </kbd>
);

export function KeyboardHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const lines = [
    ...destinations.map((d) => ({ keys: ['g', d.key], what: `Go to ${d.label}` })),
    { keys: ['/'], what: 'Search everything' },
    { keys: ['[', ']'], what: 'The period before, after' },
    { keys: ['f'], what: 'Costs: add a filter' },
    { keys: ['v'], what: 'Costs: saved views' },
    { keys: ['s'], what: 'Costs and dashboards: share' },
    { keys: ['e'], what: 'Costs: export what is shown' },
    { keys: ['j', 'k'], what: 'Alerts: next, previous' },
    { keys: ['a', 'i', 'r'], what: 'Alerts: acknowledge, ignore, resolve' },
    { keys: ['.'], what: 'Theme: system, light, dark' },
    { keys: ['?'], what: 'This list' },
    { keys: ['Esc'], what: 'Close what is on top' },
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" description="They rest while you type in a field.">
      <dl className="grid text-13">
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
