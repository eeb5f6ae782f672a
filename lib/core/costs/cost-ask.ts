import { z } from 'zod';
import { namedPeriods } from '../time/period';
import { CostQuery, parseFilters, rangeFault } from './cost-query';
import { costDimensions, costMeasures, isCostDimension } from './dimensions';

/**
 * The address of a cost view as a machine asks it. A page falls back on what it does not understand and says so; here nobody would read that,
 * and the figures of another question would be taken for the answer. So it is refused.
 */
export const CostAsk = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((raw, context): CostQuery => {
  const said = (key: string): string[] => (Object.hasOwn(raw, key) ? [raw[key] ?? []].flat() : []);
  const refuse = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message, input: raw });
  const oneOf = (key: string, isKnown: (word: string) => boolean, known: readonly string[]) => {
    for (const word of said(key)) if (!isKnown(word)) refuse(key, `"${word}" is not known here. There are: ${known.join(', ')}.`);
  };
  for (const key of ['by', 'measure', 'period', 'from', 'to', 'page'])
    if (said(key).length > 1) refuse(key, 'It stands in the address more than once.');
  oneOf('by', isCostDimension, Object.keys(costDimensions));
  oneOf('measure', (word) => Object.hasOwn(costMeasures, word), Object.keys(costMeasures));
  oneOf('period', (word) => namedPeriods.some((p) => p === word), namedPeriods);
  for (const text of said('f'))
    if (parseFilters([text]).length === 0)
      refuse(
        'f',
        `"${text}" is no filter. Write a dimension and its values, like provider:azure,aws; there are: ${Object.keys(costDimensions).join(', ')}.`,
      );
  if (said('page').some((page) => !/^[1-9]\d{0,3}$|^10000$/.test(page))) refuse('page', 'It is a number from 1 to 10000.');
  const [from, to] = [said('from')[0], said('to')[0]];
  const fault = from === undefined && to === undefined ? null : rangeFault(from, to);
  if (fault) refuse('from', fault);
  return CostQuery.parse(raw);
});
