import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Change } from '@/components/figures/change';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { ConvertedMark } from '@/components/figures/rates-used';
import { lastDay, notCompared, rangeText } from '@/components/filters/period-words';
import type { Overview } from '@/lib/core/costs/overview';
import type { CostLinks } from './links';
import { type FigureStep, figureStep, prepareStrip } from './prepare-strip';

interface StripProps {
  data: Overview;
  links: CostLinks;
  dimmed: boolean;
}

/** One line of figures for each currency, in columns, never added; the largest one is set large. */
export function Strip({ data, links, dimmed }: StripProps) {
  if (!data.period) return null;
  const { lines: all, quiet } = prepareStrip(data);
  // what has no rate stands below what all is told in, not beside it
  const told = data.conversion && data.conversion.rates.length > 0 && all[0]?.currency === data.conversion.to ? data.conversion : null;
  const lines = told ? all.slice(0, 1) : all;
  const apart = told ? all.slice(1) : [];
  const against = data.comparison ? rangeText(data.comparison) : undefined;
  const hasTokens = lines.some((l) => l.tokens !== null);
  const late = data.freshness.filter((f) => f.isLate).length;
  return (
    <section aria-label="Spend" aria-busy={dimmed} className={clsx('@container grid gap-y-4 pb-6', dimmed && 'opacity-60')}>
      {lines.map((line, index) => {
        const first = index === 0;
        const figure = first ? 'pt-1 text-20 leading-8' : 'pt-0.5 text-16 leading-6.5'; // on the base line of the large figure
        const spend = figureStep(line.current, line.currency, 'spend', first ? 'large' : 'medium');
        const unknown = figureStep(line.unclassified, line.currency, 'tile', first ? 'large' : 'medium');
        return (
          <dl
            key={line.currency}
            className={clsx(
              'grid grid-cols-2 gap-x-6 gap-y-3 @min-[36rem]:grid-cols-4 @min-[46rem]:grid-cols-[minmax(15rem,2fr)_repeat(4,minmax(0,1fr))] print:grid-cols-[minmax(14rem,2fr)_repeat(4,minmax(0,1fr))] @min-[60rem]:gap-x-8',
              !first && 'border-line border-t pt-3',
            )}
          >
            <Tile
              label={`Spend ${rangeText(data.period ?? { from: '', to: '' })}`}
              isRepeated={!first}
              className="col-span-full @min-[46rem]:col-span-1 print:col-span-1"
            >
              <Figure className={clsx(spendSizes[spend.size], first && 'leading-9')} href={links.spend(line.currency)}>
                <Money amount={line.current} currency={line.currency} form={spend.form} />
                {first && <ConvertedMark conversion={told} />}
              </Figure>
              {first &&
                apart.map((a) => (
                  <Below key={a.currency}>
                    +{' '}
                    <Link href={links.spend(a.currency)} prefetch={false} className="link">
                      <Money amount={a.current} currency={a.currency} />
                    </Link>
                    , no rate
                  </Below>
                ))}
              <Below>
                {against ? (
                  <Change now={line.current} before={line.previous} currency={line.currency} against={against} />
                ) : (
                  notCompared(data.firstDay)
                )}
              </Below>
            </Tile>
            <Tile label="AI share" isRepeated={!first}>
              <Maybe href={line.hasAi ? links.ai(line.currency) : undefined}>
                <Figure className={figure}>{line.aiShare ?? '–'}</Figure>
                <Below>
                  <Money
                    amount={line.ai}
                    currency={line.currency}
                    form={figureStep(line.ai, line.currency, 'tile', 'small').form}
                    className="whitespace-normal!"
                  />
                </Below>
              </Maybe>
            </Tile>
            {hasTokens && (
              <Tile label="Tokens" isRepeated={!first}>
                <Figure className={figure} href={line.tokens ? links.spend(line.currency, 'token-type') : undefined}>
                  {line.tokens ? <Quantity amount={line.tokens} form="compact" /> : '–'}
                </Figure>
                <Below>{line.tokens ? 'counted in these bills' : 'none in these bills'}</Below>
              </Tile>
            )}
            <Tile label="Model not known" isRepeated={!first}>
              <Figure className={figure} href={line.hasUnclassified ? links.unclassified(line.currency) : undefined}>
                {line.hasUnclassified ? (
                  <Money
                    amount={line.unclassified}
                    currency={line.currency}
                    form={unknown.form}
                    className={clsx('whitespace-normal!', tileSizes[unknown.size])}
                  />
                ) : (
                  'None'
                )}
              </Figure>
              <Below>{line.hasUnclassified ? 'of AI spend: see its meters' : 'every AI meter has one'}</Below>
            </Tile>
            {first && data.completeTo && (
              <Tile label="Complete to">
                <Figure className={figure}>
                  <a href="#freshness" className="hover:underline">
                    {lastDay(data.completeTo)}
                  </a>
                </Figure>
                <Below>
                  {data.freshness.length} {data.freshness.length === 1 ? 'source' : 'sources'}
                  {late > 0 && <span className="text-warn">, {late} late</span>}
                </Below>
              </Tile>
            )}
          </dl>
        );
      })}
      {quiet.map((line) => (
        <p key={line.currency} className="border-line border-t pt-3 text-13 text-ink-2">
          No charges in {line.currency} in this period
          {line.previous !== null && against && (
            <>
              ;{' '}
              <Link href={links.before(line.currency)} prefetch={false} className="link">
                <Money amount={line.previous} currency={line.currency} />
              </Link>{' '}
              in {against}
            </>
          )}
          .
        </p>
      ))}
    </section>
  );
}

const tileSizes: Record<FigureStep['size'], string> = { large: '', medium: 'text-16', small: 'text-13' };
const spendSizes: Record<FigureStep['size'], string> = { large: 'text-28', medium: 'text-20', small: 'text-16' };

/** Its label is said once above a column; where columns fall apart on a narrow page it stands above each figure. */
const Tile = ({
  label,
  isRepeated = false,
  className,
  children,
}: {
  label: string;
  isRepeated?: boolean;
  className?: string;
  children: ReactNode;
}) => (
  <div className={clsx('min-w-0', className)}>
    <dt className={clsx('text-12 text-ink-3', isRepeated && '@min-[46rem]:sr-only print:sr-only')}>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Figure = ({ href, className, children }: { href?: string; className?: string; children: ReactNode }) => (
  <p className={clsx('font-strong tracking-tight tabular-nums', className)}>
    {href ? (
      <Link href={href} prefetch={false} className="rounded-1 hover:underline hover:decoration-1 hover:underline-offset-4">
        {children}
      </Link>
    ) : (
      children
    )}
  </p>
);

/** A figure and what stands below it, as one link where both have the same rows. */
const Maybe = ({ href, children }: { href: string | undefined; children: ReactNode }) =>
  href ? (
    <Link href={href} prefetch={false} className="inline-block rounded-1 hover:underline hover:decoration-1 hover:underline-offset-4">
      {children}
    </Link>
  ) : (
    children
  );

const Below = ({ children }: { children: ReactNode }) => <p className="text-13 text-ink-2">{children}</p>;
