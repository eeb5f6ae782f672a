import { Name } from '@/components/figures/name';
import type { TreePlan } from '@/lib/core/allocation/tree-plan';

/** So many names of a kind are named; the rest is counted. */
const mostNamed = 40;

/** What a file does to the tree, in names: what goes stands first. */
export function TreeChanges({ name, plan }: { name: string; plan: TreePlan }) {
  const parts = [
    { title: 'Goes', names: plan.removed },
    { title: 'New', names: plan.added },
    { title: 'Changes', names: plan.changed },
  ].filter((p) => p.names.length > 0);
  if (parts.length === 0) return <p className="text-13">{name} holds the tree as it is.</p>;
  return (
    <dl className="grid gap-3 text-13">
      {parts.map(({ title, names }) => (
        <div key={title}>
          <dt className="font-strong">
            {title}, {names.length.toLocaleString('en')}
          </dt>
          <dd className="text-ink-2">
            {names.slice(0, mostNamed).map((n, i) => (
              <span key={n}>
                {i > 0 && ', '}
                <Name>{n}</Name>
              </span>
            ))}
            {names.length > mostNamed && ` and ${(names.length - mostNamed).toLocaleString('en')} more`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
