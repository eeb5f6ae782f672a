import { focusCost } from '../focus';
import { focusVersion } from '../focus/columns';
import type { Format } from '../provider';
import { ociFocusToFocus, ociToFocus } from './map';

/** Oracle's cost report. A later file can tell a day again; several files of one day belong in one zip. oracle.md §1. */
export const ociCost: Format = {
  id: 'oci-cost',
  provider: 'oracle',
  title: 'Oracle cost report',
  dataset: 'cost',
  replaces: 'day',
  recognise(header) {
    const telling = [
      'lineitemintervalusagestart',
      'lineitemreferenceno',
      'lineitemtenantid',
      'costmycost',
      'costproductsku',
      'costcurrencycode',
    ];
    const found = telling.filter(header.has).length;
    if (!header.has('lineitemintervalusagestart') || !(header.has('costmycost') || header.has('costproductsku'))) return null;
    return {
      score: 0.4 + (0.55 * found) / telling.length,
      version: null,
      because: `${found} of ${telling.length} columns of the cost report`,
    };
  },
  needs: [['lineitemintervalusagestart'], ['costmycost', 'costmycostoverage'], ['costcurrencycode']],
  mapping: ociToFocus,
};

/** FOCUS in the words of its preview. Newer reports with `ProviderName` are FOCUS like everybody's. */
export const ociFocus: Format = {
  ...focusCost,
  id: 'oci-focus',
  provider: 'oracle',
  title: 'Oracle FOCUS report',
  replaces: 'day',
  recognise(header) {
    const own = header.written.filter((w) => /^oci_/i.test(w)).length;
    if (
      !header.has('billedcost') ||
      !header.has('provider') ||
      header.has('providername') ||
      header.has('serviceprovidername') ||
      own === 0
    )
      return null;
    return { score: 1, version: focusVersion(header.has), because: `FOCUS columns beside ${own} of Oracle's own` };
  },
  mapping: ociFocusToFocus,
};
