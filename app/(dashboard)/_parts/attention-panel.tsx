import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { Attention } from '@/lib/core/costs/overview';
import type { AttentionLine } from './prepare-attention';

const words: Record<Attention['kind'], string> = {
  unclassified: 'Model not known',
  rejected: 'Rows rejected',
  refused: 'Not loaded',
  interrupted: 'Interrupted',
  late: 'Late',
};

/** Only there when something is. Each line leads to the place that settles it. */
export const AttentionPanel = ({ lines }: { lines: readonly AttentionLine[] }) => (
  <section aria-label="Needs attention" className="mb-5 border-line border-b pb-3">
    <h2 className="sr-only">Needs attention</h2>
    <ul className="grid gap-0.5">
      {lines.map((line) => (
        <li key={line.key}>
          <Link
            href={line.href}
            prefetch={false}
            className="group grid grid-cols-[8.5rem_minmax(0,1fr)] items-baseline gap-x-3 rounded-2 py-1 text-13 max-sm:grid-cols-1"
          >
            <span>
              <Badge tone={line.severity}>{words[line.kind]}</Badge>
            </span>
            <span className="text-ink group-hover:underline">{line.text}</span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
