import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import type { KindView } from '@/lib/core/connections/view';

const groups: [key: KindView['group'], title: string, note: string][] = [
  ['files', 'Files', 'Exports that your provider writes somewhere'],
  ['api', 'APIs', 'Costs and usage asked for where they arise'],
];

/** What can be connected, in two groups. */
export const KindCards = ({ kinds }: { kinds: readonly KindView[] }) =>
  groups
    .filter(([group]) => kinds.some((k) => k.group === group))
    .map(([group, title, note]) => (
      <Panel key={group} title={title} note={note}>
        <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-3">
          {kinds
            .filter((k) => k.group === group)
            .map((k) => (
              <li key={k.kind} className="border-line border-t">
                <Link href={`/sources/connections/new?kind=${k.kind}`} className="group grid gap-0.5 rounded-2 py-3 hover:bg-surface-2">
                  <span className="text-14 font-strong text-accent group-hover:underline">{k.title}</span>
                  <span className="text-13 text-ink-2">{k.about}</span>
                </Link>
              </li>
            ))}
        </ul>
      </Panel>
    ));
