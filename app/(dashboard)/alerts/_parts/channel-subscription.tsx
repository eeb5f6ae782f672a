import { controlClass, Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import { type Subscription, takesDigests, weekdays } from '@/lib/core/alerts/subscription';
import { type AlertKind, alertKinds } from '@/lib/core/alerts/types';
import { kindWords } from './words';

const two = (n: number) => String(n).padStart(2, '0');
const hours = Array.from({ length: 24 }, (_, h) => ({ value: String(h), label: `${two(h)}:00` }));
const days = weekdays.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));
const windows = [0, 5, 10, 15, 30, 60, 120, 240];
const HERE = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

interface SubscriptionFieldsProps {
  channelKind: string;
  value: Subscription;
  onChange: (next: Subscription) => void;
}

/** What of all that is told goes through a channel, and when. */
export function SubscriptionFields({ channelKind, value: s, onChange }: SubscriptionFieldsProps) {
  const set = (change: Partial<Subscription>) => onChange({ ...s, ...change });
  const digests = takesDigests(channelKind);
  const holdsBack = s.quiet !== null || s.when.at !== 'once' || s.group > 0;
  /** A clock is of a place: that of the browser, until another one is chosen. */
  const timed = (change: Partial<Subscription>) => set({ ...change, ...(s.when.at === 'once' && s.quiet === null && { zone: HERE() }) });
  return (
    <fieldset className="grid gap-4 border-line border-t">
      <legend className="float-left -mb-2 w-full pt-4 text-14 font-strong">What is sent, and when</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Kinds"
          value={s.kinds === null ? 'all' : 'chosen'}
          onChange={(v) => set({ kinds: v === 'all' ? null : ['budget', 'agreement', 'anomaly'] })}
          options={[
            { value: 'all', label: 'All kinds' },
            { value: 'chosen', label: 'Chosen kinds' },
          ]}
        />
        <SelectField
          label="At least"
          value={s.severity}
          onChange={(severity) => set({ severity })}
          options={[
            { value: 'info', label: 'Note' },
            { value: 'warning', label: 'Warning' },
            { value: 'critical', label: 'Critical' },
          ]}
        />
      </div>
      {s.kinds !== null && <Kinds chosen={s.kinds} onChange={(kinds) => set({ kinds })} />}
      {digests && (
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label="When"
            value={s.when.at}
            onChange={(at) =>
              timed({
                when: at === 'once' ? { at } : at === 'daily' ? { at, hour: hourOf(s) } : { at, weekday: 'monday', hour: hourOf(s) },
                group: at === 'once' ? s.group : 0,
              })
            }
            options={[
              { value: 'once', label: 'At once' },
              { value: 'daily', label: 'Daily digest' },
              { value: 'weekly', label: 'Weekly digest' },
            ]}
          />
          {s.when.at === 'once' ? (
            <SelectField
              label="Several together"
              value={String(s.group)}
              onChange={(minutes) => set({ group: Number(minutes) })}
              options={[...new Set([...windows, s.group])]
                .sort((a, b) => a - b)
                .map((n) => ({ value: String(n), label: n === 0 ? 'Each by itself' : `Within ${n} minutes` }))}
            />
          ) : (
            <div className="grid grid-cols-2 gap-3">
              {s.when.at === 'weekly' && (
                <SelectField
                  label="On"
                  value={s.when.weekday}
                  onChange={(weekday) => s.when.at === 'weekly' && set({ when: { ...s.when, weekday } })}
                  options={days}
                />
              )}
              <SelectField
                label="At"
                value={String(s.when.hour)}
                onChange={(hour) => s.when.at !== 'once' && set({ when: { ...s.when, hour: Number(hour) } })}
                options={hours}
              />
            </div>
          )}
        </div>
      )}
      <Check
        label="Quiet hours: what comes in between waits for their end"
        checked={s.quiet !== null}
        onChange={(on) => timed({ quiet: on ? { from: '22:00', to: '07:00' } : null })}
      />
      {s.quiet && (
        <div className="grid grid-cols-2 gap-3">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={end === 'from' ? 'From' : 'To'}>
              {(control) => (
                <input
                  {...control}
                  type="time"
                  required
                  value={s.quiet?.[end] ?? ''}
                  onChange={(e) => s.quiet && set({ quiet: { ...s.quiet, [end]: e.target.value } })}
                  className={controlClass()}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {(s.quiet !== null || s.when.at !== 'once') && (
        <SelectField label="Time zone" value={s.zone} onChange={(zone) => set({ zone })} options={zonesWith(s.zone)} />
      )}
      {holdsBack && (
        <Check
          label="Critical ones at once, whatever the hour"
          checked={s.criticalAtOnce}
          onChange={(criticalAtOnce) => set({ criticalAtOnce })}
        />
      )}
    </fieldset>
  );
}

const hourOf = ({ when }: Subscription) => (when.at === 'once' ? 8 : when.hour);

function zonesWith(own: string) {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')];
  return (known.includes(own) ? known : [own, ...known]).map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

const Kinds = ({ chosen, onChange }: { chosen: readonly AlertKind[]; onChange: (kinds: AlertKind[]) => void }) => (
  <fieldset aria-label="Chosen kinds" className="grid gap-x-3 gap-y-2 sm:grid-cols-2">
    {alertKinds.map((kind) => (
      <Check
        key={kind}
        label={kindWords[kind]}
        checked={chosen.includes(kind)}
        onChange={(on) => onChange(alertKinds.filter((k) => (k === kind ? on : chosen.includes(k))))}
      />
    ))}
  </fieldset>
);

const Check = ({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) => (
  <label className="flex min-h-6 items-start gap-2 text-13">
    <input
      type="checkbox"
      checked={checked}
      onChange={(e) => onChange(e.target.checked)}
      className="mt-0.5 size-4 shrink-0 accent-accent"
    />
    {label}
  </label>
);
