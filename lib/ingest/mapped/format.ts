import { amounts, chargeCategories, dimensions, type FocusColumn, times } from '../../core/focus/columns';
import type { ColumnMapping, ColumnRef } from '../../core/imports/column-mapping';
import { columnInWords, columnsRead, placeOf } from '../../core/imports/headings';
import type { TargetKey } from '../../core/imports/targets';
import { absent, type Columns, constant, type Expression, either, lookup } from '../duckdb/expressions';
import { jsonObject } from '../duckdb/records';
import { providerOf, slug } from '../enrich/provider';
import type { FocusMapping, Format } from '../providers/provider';
import { Refusal } from '../refusal';
import { amountSql } from './amount';
import { daySql } from './day';
import { fingerprintOf } from './fingerprint';

/** A cell of theirs without the blanks around it; null when nothing else is in it. */
const cell = (ref: ColumnRef): Expression => ({
  uses: [ref.column],
  sql: (c) => {
    const column = c.at(ref);
    return column === null ? absent.sql(c) : `nullif(trim(${column}), '')`;
  },
});

/** What is built on a cell; absent where the file lacks the column. */
const onCell = (ref: ColumnRef, sql: (cell: string) => string, none = absent): Expression => ({
  uses: [ref.column],
  sql: (c) => (c.at(ref) === null ? none.sql(c) : sql(cell(ref).sql(c))),
});

const noDay: Expression = { uses: [], sql: () => 'null::timestamp' };

/** A format made of a mapping: what a person said about the columns becomes the same kind of table as a provider's own. */
export function mappedFormat(mapping: ColumnMapping, headings: readonly string[]): Format {
  const { fields, options, name } = mapping;
  const word = (key: TargetKey): Expression => {
    const part = fields[key];
    if (!part) return absent;
    return 'constant' in part ? constant(part.constant) : cell(part);
  };
  const provider = either(word('ProviderName'), constant(name));
  const fixed = fields.ProviderName && 'constant' in fields.ProviderName ? fields.ProviderName.constant : null;
  const category = categoryOf(fields.ChargeCategory);
  const money = (ref: ColumnRef | undefined): Expression => {
    if (!ref) return absent;
    const amount = onCell(ref, (v) => amountSql(v, options));
    return options.sign === 'credits_negative' ? creditsNegative(amount, category) : amount;
  };
  const quantity = fields.ConsumedQuantity
    ? onCell(fields.ConsumedQuantity, (v) => amountSql(v, { decimals: options.decimals, amountUnit: 'whole' }))
    : absent;
  const start = onCell(fields.ChargePeriodStart, (v) => daySql(v, options.dates), noDay);
  const meter = meterOf(word('SkuMeter'), word('Model'), word('TokenType'));
  const billed = money(fields.BilledCost);
  const said: Partial<FocusMapping> = {
    BilledCost: billed,
    EffectiveCost: fields.EffectiveCost ? money(fields.EffectiveCost) : billed,
    ListCost: money(fields.ListCost),
    ChargePeriodStart: start,
    ChargePeriodEnd: endOf(start, fields.ChargePeriodEnd, options),
    BillingPeriodStart: start,
    BillingCurrency: word('BillingCurrency'),
    // Lines of nobody in particular replace each other, and not the bill that the provider sends itself.
    BillingAccountId: either(word('BillingAccountId'), constant(name)),
    ChargeCategory: category,
    ChargeDescription: word('ChargeDescription'),
    ConsumedQuantity: quantity,
    ConsumedUnit: word('ConsumedUnit'),
    PricingQuantity: quantity,
    PricingUnit: word('ConsumedUnit'),
    HostProviderName: provider,
    InvoiceIssuerName: provider,
    ServiceProviderName: provider,
    ServiceName: either(word('ServiceName'), provider),
    RegionId: word('RegionId'),
    ResourceId: word('ResourceId'),
    SkuMeter: meter,
    SubAccountId: either(word('SubAccountId'), word('SubAccountName')),
    SubAccountName: word('SubAccountName'),
    Tags: mapping.tags.length ? jsonObject(Object.fromEntries(mapping.tags.map((t) => [t.key, cell(t)]))) : absent,
    x_ProductName: word('Model'),
  };
  return {
    id: `mapping-${fingerprintOf(headings).slice(0, 12)}`,
    provider: fixed ? providerOf(fixed) : slug(name) || 'mapping',
    title: `Mapping ${name}`,
    dataset: 'cost',
    replaces: 'period',
    recognise: () => null,
    needs: [],
    issuer: provider,
    mapping: withAbsent(said),
  };
}

/** Throws a Refusal where the file lacks a column that the mapping reads. Records of JSON leave out what is empty: there the needed ones count. */
export function requireColumns(file: string, headings: readonly string[], mapping: ColumnMapping, mayLack: boolean): void {
  const { BilledCost, BillingCurrency, ChargePeriodStart } = mapping.fields;
  const needed = [BilledCost, ChargePeriodStart, ...('column' in BillingCurrency ? [BillingCurrency] : [])];
  const lacking = (mayLack ? needed : columnsRead(mapping)).filter((ref) => placeOf(headings, ref) === -1);
  if (lacking.length === 0) return;
  const names = lacking.map((ref) => columnInWords([...Array<string>(ref.nth - 1).fill(ref.column), ref.column], ref.nth - 1));
  throw new Refusal(`${file} has no column ${names.slice(0, 5).join(', ')}, which the mapping "${mapping.name}" reads.`);
}

const withAbsent = (said: Partial<FocusMapping>): FocusMapping =>
  Object.fromEntries([...dimensions, ...amounts, ...times].map((c: FocusColumn) => [c, said[c] ?? absent])) as FocusMapping;

/** Ours in any case, theirs by the list; another word stays and is rejected with its line. */
function categoryOf(part: ColumnMapping['fields']['ChargeCategory']): Expression {
  if (!part) return constant('Usage');
  if ('constant' in part) return constant(part.constant);
  const own = cell(part);
  const words = { ...Object.fromEntries(chargeCategories.map((c) => [c.toLowerCase(), c])), ...lowerKeys(part.words) };
  return either(lookup(own, words, own), constant('Usage'));
}

const lowerKeys = (words: Record<string, string>) => Object.fromEntries(Object.entries(words).map(([k, v]) => [k.toLowerCase().trim(), v]));

const creditsNegative = (amount: Expression, category: Expression): Expression => ({
  uses: [...amount.uses, ...category.uses],
  sql: (c) =>
    `list_transform([${amount.sql(c)}], lambda a: case when ${category.sql(c)} = 'Credit' and not starts_with(a, '-') then concat('-', a) else a end)[1]`,
});

/** The meter with what it is of: a model and a kind of tokens that have columns of their own are words of the meter elsewhere. */
function meterOf(meter: Expression, model: Expression, tokens: Expression): Expression {
  return {
    uses: [...meter.uses, ...model.uses, ...tokens.uses],
    sql: (c) => {
      const none = absent.sql(c);
      const parts = [meter, model, tokens].map((e) => e.sql(c)).filter((sql) => sql !== none);
      if (parts.length < 2) return parts[0] ?? none;
      return `nullif(concat_ws(' ', ${parts.join(', ')}), '')`;
    },
  };
}

/** The moment after the charge: a month, a day or an hour later where the file does not say; null for an end that cannot be read. */
function endOf(start: Expression, ref: ColumnRef | undefined, { dates, periodEnd }: ColumnMapping['options']): Expression {
  const step = dates === 'month' ? 'interval 1 month' : 'interval 1 day';
  const after = (s: string) =>
    dates === 'month' ? `${s} + ${step}` : `${s} + case when ${s} = date_trunc('day', ${s}) then interval 1 day else interval 1 hour end`;
  return {
    uses: [...start.uses, ...(ref ? [ref.column] : [])],
    sql: (c: Columns) => {
      const s = start.sql(c);
      const written = ref ? cell(ref).sql(c) : absent.sql(c);
      if (written === absent.sql(c)) return `(${after(s)})`;
      const included = periodEnd === 'included' ? `when e = date_trunc('day', e) then e + ${step}` : '';
      return `case when ${written} is null then ${after(s)} else list_transform([${daySql(written, dates)}], lambda e: case ${included}
        when date_part('second', e) = 59 and date_part('minute', e) = 59 then date_trunc('second', e) + interval 1 second else e end)[1] end`;
    },
  };
}
