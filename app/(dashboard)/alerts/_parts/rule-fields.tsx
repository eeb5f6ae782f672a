import { controlClass, Field, TextField } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import type { RuleDraft } from './rule-draft';

interface FieldsProps {
  draft: RuleDraft;
  set: (change: Partial<RuleDraft>) => void;
}

const measures = [
  { value: 'effective', label: 'Effective (amortised)' },
  { value: 'billed', label: 'Billed' },
];
const numeric = { inputMode: 'decimal', autoComplete: 'off' } as const;
const inTwo = 'grid grid-cols-2 items-start gap-3';

/** When the rule tells: its limits, by kind. */
export function ConditionFields({ draft, set }: FieldsProps) {
  const text = (key: 'amount' | 'percent' | 'sensitivity' | 'days' | 'times') => ({
    ...numeric,
    value: draft[key],
    onChange: (e: { target: { value: string } }) => set({ [key]: e.target.value }),
  });
  const measure = <SelectField label="Measure" value={draft.measure} onChange={(v) => set({ measure: v })} options={measures} />;
  switch (draft.kind) {
    case 'cost-above':
      return (
        <>
          <div className={inTwo}>
            <TextField label="More than" required placeholder="5000" {...text('amount')} />
            <SelectField
              label="In a"
              value={draft.per}
              onChange={(per) => set({ per })}
              options={['day', 'week', 'month'].map((value) => ({ value, label: value }))}
            />
          </div>
          <div className={inTwo}>
            <TextField label={`And percent above the ${draft.per} before`} optional {...text('percent')} />
            {measure}
          </div>
        </>
      );
    case 'burn-rate':
      return (
        <>
          <div className={inTwo}>
            <TextField label="Times the usual day" required hint="The median of the same weekdays" {...text('times')} />
            <TextField label="And so much more" required {...text('amount')} />
          </div>
          <div className={inTwo}>{measure}</div>
        </>
      );
    case 'anomaly':
      return (
        <>
          <div className={inTwo}>
            <TextField label="At least" hint="More or less than usual" {...text('amount')} />
            <TextField label="And %" hint="Of the usual" {...text('percent')} />
          </div>
          <div className={inTwo}>
            <TextField label="Score over" hint="4 is usual; 3 tells more, 6 tells less" {...text('sensitivity')} />
            <SelectField
              label="Direction"
              value={draft.direction}
              onChange={(direction) => set({ direction })}
              options={[
                { value: 'both', label: 'Up and down' },
                { value: 'up', label: 'Up' },
                { value: 'down', label: 'Down' },
              ]}
            />
          </div>
        </>
      );
    case 'new-value':
      return (
        <>
          <SelectField
            label="New in"
            value={draft.dimension}
            onChange={(dimension) => set({ dimension })}
            options={[
              { value: 'model', label: 'Model' },
              { value: 'sub-account', label: 'Account' },
              { value: 'region', label: 'Region' },
              { value: 'service', label: 'Service' },
              { value: 'provider', label: 'Provider' },
            ]}
          />
          <div className={inTwo}>
            <TextField label="More than" hint="In its first week" {...text('amount')} />
            <TextField label="And % of all cost" optional {...text('percent')} />
          </div>
        </>
      );
    case 'unclassified':
      return (
        <div className={inTwo}>
          <TextField label="More than" hint="A month, on meters without a known model" {...text('amount')} />
          <TextField label="And % of AI spend" optional {...text('percent')} />
        </div>
      );
    default:
      return <TextField label="Days without anything new" required {...text('days')} inputMode="numeric" />;
  }
}

/** Of which costs, and in which currency. */
export function ScopeFields({ draft, set, currencies }: FieldsProps & { currencies: readonly string[] }) {
  const isSource = draft.kind === 'source-late';
  const all = draft.currency && !currencies.includes(draft.currency) ? [...currencies, draft.currency] : currencies;
  return (
    <>
      <Field
        label={isSource ? 'Which sources' : 'Which charges'}
        optional
        hint={
          isSource
            ? 'By provider: provider:azure. Empty is every source.'
            : 'One filter a line: provider:openai, team:platform, -service:Support. Empty is everything.'
        }
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            spellCheck={false}
            value={draft.filter.join('\n')}
            onChange={(e) => set({ filter: e.target.value === '' ? [] : e.target.value.split('\n') })}
            className={controlClass(false, 'h-auto! resize-y py-2')}
          />
        )}
      </Field>
      <div className={inTwo}>
        {!isSource && (
          <SelectField
            label="Currency"
            value={draft.currency}
            onChange={(currency) => set({ currency })}
            options={[{ value: '', label: 'Each by itself' }, ...all.map((c) => ({ value: c, label: c }))]}
          />
        )}
        <SelectField
          label="Severity"
          value={draft.severity}
          onChange={(severity) => set({ severity })}
          options={[
            { value: 'info', label: 'Note' },
            { value: 'warning', label: 'Warning' },
            { value: 'critical', label: 'Critical' },
          ]}
        />
      </div>
    </>
  );
}
