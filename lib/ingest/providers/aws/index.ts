import { isOneOf, text } from '../../duckdb/expressions';
import type { Format } from '../provider';
import { awsToFocus } from './map';

export const awsCur: Format = {
  id: 'aws-cur',
  provider: 'aws',
  title: 'AWS Cost and Usage Report',
  dataset: 'cost',
  replaces: 'period',
  recognise(header) {
    if (!header.has('lineitemunblendedcost')) return null;
    const legacy = header.written.some((n) => n.startsWith('lineItem/'));
    const cur2 = header.has('resourcetags') || header.has('billpayeraccountname') || header.has('lineitemiamprincipal');
    const telling = [
      'lineitemunblendedcost',
      'lineitemusagestartdate',
      'lineitemusageaccountid',
      'lineitemlineitemtype',
      'lineitemusagetype',
    ];
    const found = telling.filter(header.has).length;
    const version = legacy ? 'legacy' : cur2 ? '2.0' : 'snake_case';
    return { score: 0.4 + (0.6 * found) / telling.length, version, because: `${found} of ${telling.length} line item columns` };
  },
  needs: [['lineitemunblendedcost'], ['lineitemusagestartdate'], ['lineitemcurrencycode']],
  mapping: awsToFocus,
  // The covered row is billed 0 already; its negation would take the same money off twice.
  skip: isOneOf(text('lineitemlineitemtype'), 'SavingsPlanNegation'),
};
