import { Fragment } from 'react';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { flagged } from '@/components/charts/prepare/chart-marks';
import { packPoints } from '@/components/charts/prepare/packed-points';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { NONE } from '@/lib/core/costs/cost-query';
import type { Range } from '@/lib/core/time/period';
import type { CostFlag } from '@/lib/core/units/cost-flag';
import type { CapacityLine } from '@/lib/services/models/get-capacity';
import type { getModelPrices, ModelBook } from '@/lib/services/models/get-models';
import { CapacityPanel } from './capacity-panel';
import { ChannelPanel } from './channel-panel';
import { MixPanel } from './mix-panel';
import { ModelTable } from './model-table';
import { type ModelView, modelHref } from './view';
import { percent } from './words';

interface UsageTabProps {
  book: ModelBook | undefined;
  view: ModelView;
  period: Range;
  prices: Awaited<ReturnType<typeof getModelPrices>>;
  capacity: readonly CapacityLine[];
  /** Prices and models that changed. */
  flags: readonly CostFlag[];
}

/** What is used of each model and what it really costs, from the bills. */
export function UsageTab({ book, view, period, prices, capacity, flags }: UsageTabProps) {
  if (!book) return <NoModels view={view} />;
  const { total, currency } = book;
  const compared = view.model === null ? undefined : book.models.find((m) => m.model === view.model);
  return (
    <>
      <Tiles book={book} />
      <CostOverTime
        title="Cost per day, by model"
        summary={`${book.models.length} models were billed in ${currency}.`}
        points={packPoints(book.days.map((d) => ({ ...d, group: d.group ?? NONE })))}
        from={period.from}
        to={period.to}
        currency={currency}
        names={{ [NONE]: 'No model named' }}
        marks={flags.map(flagged)}
        height={220}
      />
      <TokenDays book={book} period={period} />
      {compared && (
        <ChannelPanel
          line={compared}
          prices={prices.filter((p) => p.currency === currency)}
          currency={currency}
          period={period}
          view={view}
        />
      )}
      <Panel
        title="Models"
        note="Effective cost of the bills. A price is what a million tokens cost, over the rows that count tokens; the total is the ratio of the sums."
      >
        <ModelTable models={book.models} total={total} currency={currency} period={period} view={view} />
      </Panel>
      <MixPanel mix={book.mix} total={total} currency={currency} />
      <CapacityPanel lines={capacity.filter((c) => c.currency === currency)} />
    </>
  );
}

const NoModels = ({ view }: { view: ModelView }) => (
  <EmptyState
    title="No AI spend in this period"
    reason="Models appear here when a bill names them."
    actions={
      <>
        {view.period !== '12m' && (
          <LinkButton href={modelHref({ ...view, period: '12m', from: undefined, to: undefined })}>Look at 12 months</LinkButton>
        )}
        <LinkButton href="/sources">Import a bill</LinkButton>
      </>
    }
  />
);

/** The same days in tokens, as the bills count them. */
function TokenDays({ book: { tokenDays }, period }: { book: ModelBook; period: Range }) {
  if (tokenDays.length === 0) return null;
  return (
    <CostOverTime
      title="Tokens per day, by kind"
      points={packPoints(tokenDays.map((d) => ({ ...d, currency: 'tokens' })))}
      from={period.from}
      to={period.to}
      currency="tokens"
      names={kindNames}
      height={180}
    />
  );
}

const kindNames = {
  input: 'Input',
  cached_input: 'Cached input',
  cache_write: 'Cache write',
  output: 'Output',
  reasoning: 'Reasoning',
  other: 'Other kinds',
};

function Tiles({ book: { total, currency, models } }: { book: ModelBook }) {
  const { kinds } = total;
  const tokens: [string, string][] = [
    ['Input', kinds.input],
    ['Cached input', kinds.cachedInput],
    ['Cache write', kinds.cacheWrite],
    ['Output', kinds.output],
    ['Reasoning', kinds.reasoning],
  ];
  const unnamed = models.find((m) => m.model === null);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 pb-6 desk:grid-cols-4">
      <Tile label="AI spend">
        <Money amount={total.cost} currency={currency} />
        <Below>
          {models.filter((m) => m.model !== null).length} models
          {unnamed && (
            <>
              {'; without a model '}
              <Money amount={unnamed.cost} currency={currency} form="compact" />
            </>
          )}
        </Below>
      </Tile>
      <Tile label="A million tokens">
        {total.perMillion === null ? '–' : <Money amount={total.perMillion} form="unit" currency={currency} />}
        <Below>
          output only {total.perMillionOutput === null ? '–' : <Money amount={total.perMillionOutput} form="unit" currency={currency} />}
        </Below>
      </Tile>
      <Tile label="Cache hits">
        {percent(total.cacheHit)}
        <Below>
          {total.cacheSaving === null ? (
            'no saving can be told'
          ) : (
            <>
              {total.cacheSaving.startsWith('-') ? 'costs more than it saves: ' : 'saved, less the writing: '}
              <Money amount={total.cacheSaving} currency={currency} form="compact" />
            </>
          )}
        </Below>
      </Tile>
      <Tile label="Tokens">
        <Quantity amount={total.tokens} form="compact" />
        <Below>
          {tokens
            .filter(([, n]) => n !== '0')
            .map(([word, n], i) => (
              <Fragment key={word}>
                {i > 0 && ' · '}
                <span className="whitespace-nowrap">
                  {word} <Quantity amount={n} form="compact" />
                </span>
              </Fragment>
            ))}
        </Below>
      </Tile>
    </dl>
  );
}

const Tile = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-12 text-ink-3">{label}</dt>
    <dd className="pt-0.5 text-20 leading-8">{children}</dd>
  </div>
);
const Below = ({ children }: { children: React.ReactNode }) => <p className="text-12 text-ink-2 leading-5">{children}</p>;
