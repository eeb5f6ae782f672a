import type { Format } from '../provider';
import { gcpToFocus } from './map';

export const gcpBilling: Format = {
  id: 'gcp-billing',
  provider: 'gcp',
  title: 'Google Cloud billing export',
  dataset: 'cost',
  // Rows are only ever added: a corrected month is the whole invoice month exported again. gcp.md §1.
  replaces: 'period',
  recognise(header) {
    const telling = [
      'billingaccountid',
      'usagestarttime',
      'usageendtime',
      'cost',
      'skuid',
      'servicedescription',
      'invoicemonth',
      'credits',
      'exporttime',
    ];
    const found = telling.filter(header.has).length;
    if (!header.has('usagestarttime') || !header.has('cost') || header.has('billedcost') || found < 4) return null;
    const isDetailed = header.has('resourceglobalname') || header.has('resourcename');
    return {
      score: 0.5 + (0.45 * found) / telling.length,
      version: isDetailed ? 'detailed' : 'standard',
      because: `${found} of ${telling.length} columns of the export to BigQuery`,
    };
  },
  needs: [['usagestarttime'], ['cost'], ['currency']],
  mapping: gcpToFocus,
};
