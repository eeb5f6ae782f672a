import type { ExpectedDay } from '@/components/charts/marks/date-lines';
import { longDay } from '@/components/charts/prepare/days';
import type { ChartTable } from '@/components/charts/prepare/table';
import { formatPercent } from '@/lib/core/money/format';
import { daysBetween } from '@/lib/core/time/days';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';

type Told = Pick<AgreementDetail, 'history' | 'agreement'>;

/** The kept projections as a line, a sentence and a table; the newest row first in the table. */
export function prepareHistory({ history, agreement: a }: Told): { points: ExpectedDay[]; summary: string; table: ChartTable } {
  const end = a.end;
  return {
    points: history.map((h) => ({
      knownOn: h.knownOn,
      expected: h.reachedOn ?? h.median,
      early: h.reachedOn ?? h.p10,
      late: h.reachedOn ?? h.p90 ?? (h.p10 === null ? null : end), // open towards the end
    })),
    summary: summaryOf(history),
    table: {
      columns: [
        { key: 'knownOn', header: 'Known on' },
        { key: 'expected', header: 'Cap expected on' },
        { key: 'range', header: 'Eight in ten' },
        { key: 'chance', header: 'Chance before the end', numeric: true },
        { key: 'accrued', header: `Accrued ${a.currency}`, numeric: true },
        { key: 'cap', header: `Cap ${a.currency}`, numeric: true },
      ],
      rows: [...history].reverse().map((h) => ({
        knownOn: h.knownOn,
        expected: h.reachedOn ? `${h.reachedOn}, reached` : (h.median ?? 'not before the end'),
        range: h.reachedOn ? '' : h.p10 === null ? '–' : `${h.p10} to ${h.p90 ?? 'not before the end'}`,
        chance: h.probability === null ? '–' : formatPercent(h.probability.toFixed(4), { digits: 0 }),
        accrued: h.accrued ?? '–',
        cap: h.cap ?? '–',
      })),
    },
  };
}

function summaryOf(history: Told['history']): string {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return '';
  if (last.reachedOn) return `The cap was reached on ${longDay(last.reachedOn)}.`;
  const now = last.median ? `expected on ${longDay(last.median)}` : 'not expected before the end';
  const count = history.length === 1 ? 'Kept once a day from now on' : `Kept on ${history.length} days since ${longDay(first.knownOn)}`;
  if (!first.median || !last.median || history.length === 1) return `The cap is ${now}. ${count}.`;
  const moved = daysBetween(first.median, last.median);
  const by = Math.abs(moved) === 1 ? '1 day' : `${Math.abs(moved)} days`;
  return `The cap is ${now}: ${moved === 0 ? 'as' : `${by} ${moved > 0 ? 'later' : 'earlier'} than`} expected on ${longDay(first.knownOn)}.`;
}
