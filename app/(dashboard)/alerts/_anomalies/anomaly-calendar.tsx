import clsx from 'clsx';
import { longDay, monthName, shortDay } from '@/components/charts/prepare/days';
import { ScrollFrame } from '@/components/ui/scroll-frame';
import { valueName } from '@/lib/core/explore/value-name';
import { moneyText } from '@/lib/core/money/format';
import type { AnomalyList } from '@/lib/services/anomalies/anomalies-of';
import { type CalendarCell, prepareCalendar } from './prepare-calendar';
import { directionMarks, directionWords } from './words';

const upTones = { 1: 'bg-over/15', 2: 'bg-over/30', 3: 'bg-over/50', 4: 'bg-over/75' } as const;
const dropTones = { 1: 'bg-azure/15', 2: 'bg-azure/30', 3: 'bg-azure/50', 4: 'bg-azure/75' } as const;

/** Days across, providers down. What stood out is shaded by its impact and leads to its line below; a triangle says whether more or less. */
export function AnomalyCalendar({ list }: { list: AnomalyList }) {
  const { days, rows } = prepareCalendar(list);
  const severalCurrencies = new Set(rows.map((r) => r.currency)).size > 1;
  const wide = days.length <= 31;
  const isLabelled = (day: string, i: number) => i === 0 || new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  return (
    <div className="grid gap-3">
      <ScrollFrame label="Calendar of what stood out" start="end">
        <table className="w-full border-separate border-spacing-0 bg-surface text-12">
          <caption className="sr-only">What stood out, by provider and day</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 z-1 bg-surface pr-3 text-left font-normal text-ink-3">
                Provider
              </th>
              {days.map((day, i) => (
                <th key={day} scope="col" className={clsx('relative h-6 font-normal text-ink-3', wide ? 'min-w-7' : 'min-w-2.5')}>
                  <span className="sr-only">{longDay(day)}</span>
                  {isLabelled(day, i) && !(i > 0 && i < 4) && (
                    <span aria-hidden="true" className="absolute bottom-1 left-0 whitespace-nowrap">
                      {wide || i === 0 || Number(day.slice(8)) < 8 ? shortDay(day) : Number(day.slice(8))}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="sticky left-0 z-1 bg-surface py-0.5 pr-3 text-left font-normal text-13 whitespace-nowrap">
                  {valueName('provider', row.provider)}
                  {severalCurrencies && <span className="text-ink-3"> {row.currency}</span>}
                </th>
                {row.cells.map((cell, i) => (
                  <td key={days[i]} className="p-px">
                    {cell ? (
                      <Cell cell={cell} currency={row.currency} provider={valueName('provider', row.provider)} />
                    ) : (
                      <span className="block h-7 bg-surface-2" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-ink-2">
        <span>
          <span aria-hidden="true" className="mr-1.5 inline-block bg-over/50 px-1 text-ink">
            {directionMarks.up}
          </span>
          cost more than usual
        </span>
        <span>
          <span aria-hidden="true" className="mr-1.5 inline-block bg-azure/50 px-1 text-ink">
            {directionMarks.drop}
          </span>
          cost less: often an export that is missing or not whole
        </span>
        <span className="text-ink-3">
          The stronger the shade, the larger the effect{severalCurrencies ? ' within its currency' : ''}. {monthsWords(days)}
        </span>
      </p>
    </div>
  );
}

const monthsWords = (days: readonly string[]): string => {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${shortDay(first)} to ${Number(last.slice(8))} ${monthName(last)} ${last.slice(0, 4)}.` : '';
};

function Cell({
  cell: { item, day, impact, count, level },
  currency,
  provider,
}: {
  cell: CalendarCell;
  currency: string;
  provider: string;
}) {
  const amount = moneyText(impact.replace('-', ''), currency);
  const words = `${provider}, ${shortDay(day)}: ${amount} ${directionWords[item.direction]} than usual${count > 1 ? `, and ${count - 1} more` : ''}. ${item.place}`;
  return (
    <a
      href={`#anomaly-${item.id}`}
      title={words}
      className={clsx(
        'relative flex h-7 items-center justify-center text-ink hover:outline hover:outline-ink-2',
        (item.direction === 'up' ? upTones : dropTones)[level],
      )}
    >
      <span className="sr-only">{words}</span>
      <span aria-hidden="true" className="text-[0.5rem] leading-none">
        {directionMarks[item.direction]}
      </span>
    </a>
  );
}
