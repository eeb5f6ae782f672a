import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Attention } from '@/lib/core/costs/overview';
import type { AttentionLine } from './prepare-attention';

const words: Record<Attention['kind'], string> = {
  unclassified: 'Model not known',
  rejected: 'Rows rejected',
  refused: 'Not loaded',
  interrupted: 'Interrupted',
  late: 'Late',
};
const SHOWN = 4;

/** Only there when something is, the worst first. Each line leads to the place that settles it. */
export function AttentionPanel({ lines }: { lines: readonly AttentionLine[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  const rest = lines.length - SHOWN;
  return (
    <section aria-label="Needs attention" className="mb-5 border-line border-b pb-3">
      <h2 className="sr-only">Needs attention</h2>
      <ul id="attention" className="grid gap-0.5">
        {shown.map((line) => (
          <li key={line.key}>
            <Link
              href={line.href}
              prefetch={false}
              className="group grid grid-cols-[8.5rem_minmax(0,1fr)] items-baseline gap-x-3 rounded-2 py-1 text-13 max-sm:grid-cols-1"
            >
              <span>
                <Badge tone={line.severity}>{words[line.kind]}</Badge>
              </span>
              <span className="min-w-0 break-words text-ink group-hover:underline">{line.text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          size="small"
          tone="quiet"
          className="mt-1 -ml-2 print:hidden"
          aria-expanded={all}
          aria-controls="attention"
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `and ${rest} more`}
        </Button>
      )}
    </section>
  );
}
