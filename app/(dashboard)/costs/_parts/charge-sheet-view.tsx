import { Name } from '@/components/figures/name';
import type { ChargeLine, ChargeSheet } from './prepare-charge';

export const ChargeSheetView = ({ sheet }: { sheet: ChargeSheet }) => (
  // What scrolls must be reachable by keyboard, and there is nothing else in it to reach.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section tabIndex={0} aria-label="All that is known of the charge" className="grid gap-5 outline-offset-4">
    <Group title="Where it comes from" lines={sheet.origin} />
    <Group title="What was concluded" lines={sheet.concluded} />
    {sheet.groups.map((g) => (
      <Group key={g.title} title={g.title} lines={g.lines} isMono />
    ))}
    {sheet.empty.length > 0 && (
      <section>
        <h3 className="text-13">Left empty by the source</h3>
        <p className="mt-1 font-mono text-12 text-ink-3">{sheet.empty.join(', ')}</p>
      </section>
    )}
  </section>
);

/** The standard's own column names are set as what they are: identifiers. */
const Group = ({ title, lines, isMono = false }: { title: string; lines: readonly ChargeLine[]; isMono?: boolean }) => (
  <section>
    <h3 className="border-line border-b pb-1 text-13">{title}</h3>
    <dl>
      {lines.map((line) => (
        <div
          key={line.label}
          className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-3 border-line border-b py-1 text-13 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className={isMono ? 'wrap-anywhere font-mono text-12 leading-5 text-ink-3' : 'text-ink-2'}>{line.label}</dt>
          {line.values.map((value) => (
            <dd key={value} className="col-start-2 wrap-anywhere">
              <Name>{value}</Name>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  </section>
);
