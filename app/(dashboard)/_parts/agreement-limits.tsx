import Big from 'big.js';
import Link from 'next/link';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { shortDay } from '@/components/charts/prepare/days';
import { Name } from '@/components/figures/name';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Actor } from '@/lib/core/access/actor';
import { moneyText } from '@/lib/core/money/format';
import { today } from '@/lib/http/today';
import { type AgreementBar, type AgreementOutline, agreementBars } from '@/lib/services/agreements/agreement-bars';
import { LimitRow } from './limit-rows';

/** What is left of each running agreement and until when, and the next dates of all. */
export async function AgreementLimits({ actor, count, outline }: { actor: Actor; count: number; outline: AgreementOutline }) {
  const bars = await agreementBars(actor, today(), count);
  const { running, total, next } = outline;
  return (
    <Panel
      title="Agreements"
      note={
        running.length === 0
          ? `None of ${total} runs today.`
          : `${running.length} of ${total} ${running.length === 1 ? 'runs' : 'run'} today.`
      }
      actions={
        <LinkButton tone="quiet" size="small" href="/agreements" className="print:hidden">
          All agreements
        </LinkButton>
      }
    >
      <ul aria-label="Agreements" className="border-line border-t">
        {bars.map((bar) => (
          <LimitRow key={bar.id} href={`/agreements/${bar.id}`} name={<Name>{bar.name}</Name>} words={wordsOf(bar)}>
            <Limit bar={bar} />
          </LimitRow>
        ))}
      </ul>
      {next.length > 0 && (
        <ol aria-label="Next dates" className="mt-3 text-12 text-ink-2">
          {next.map((d) => (
            <li key={`${d.id} ${d.date} ${d.name}`} className="flex h-6 items-center gap-3">
              <span className="w-24 shrink-0 tabular-nums">
                {shortDay(d.date)} {d.date.slice(0, 4)}
              </span>
              <Link href={`/agreements/${d.id}`} prefetch={false} className="min-w-0 truncate hover:text-ink hover:underline">
                <bdi>{d.agreement}</bdi>: <bdi>{d.name}</bdi>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Limit({ bar: { name, limit, used, left, currency, kind } }: { bar: AgreementBar }) {
  if (limit === null || used === null || left === null) return null;
  // a promise that is more than kept is nothing to be red about
  const shown = kind === 'committed_spend' && new Big(used).gt(limit) ? limit : used;
  return <HeadroomBar size={8} label={name} cap={limit} used={shown} currency={currency} words={null} />;
}

/** "4,210.50 USD left, cap expected on 3 Mar 2027". */
function wordsOf({ left, currency, missing, end, cap, capReachedOn, kind }: AgreementBar): string {
  const dated = (day: string) => `${shortDay(day)} ${day.slice(0, 4)}`;
  const until = capReachedOn && left !== null && !/[1-9]/.test(left) ? `cap reached on ${dated(capReachedOn)}` : null;
  const expected = cap?.expected ? `cap expected ${dated(cap.expected)}` : null;
  const ends = end === null ? 'open' : `ends ${dated(end)}`;
  const amount =
    left !== null ? `${moneyText(left, currency)} left` : kind === 'term' ? null : missing === null ? 'no cap agreed' : 'no figures yet';
  return [amount, until ?? expected ?? ends].filter(Boolean).join(', ');
}
