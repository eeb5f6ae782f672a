import type { Format } from '../provider';
import { focusVersion, isFocus05 } from './columns';
import { focusToFocus } from './map';

export const focusCost: Format = {
  id: 'focus',
  provider: 'focus',
  title: 'FOCUS Cost and Usage',
  dataset: 'cost',
  replaces: 'period',
  recognise(header) {
    if (!header.has('billedcost') || isFocus05(header.has)) return null;
    const version = focusVersion(header.has);
    const known = [
      'billedcost',
      'effectivecost',
      'chargecategory',
      'chargeperiodstart',
      'billingcurrency',
      'servicename',
      'billingaccountid',
    ];
    const found = known.filter(header.has).length;
    return {
      score: 0.3 + (0.7 * found) / known.length,
      version: version ?? '1.0',
      because: `${found} of ${known.length} FOCUS key columns`,
    };
  },
  needs: [['billedcost'], ['chargeperiodstart'], ['billingcurrency']],
  mapping: focusToFocus,
};

/** Terms of commitments, no charges: nothing of it may reach BilledCost. */
export const focusContractCommitment: Format = {
  ...focusCost,
  id: 'focus-contract-commitment',
  title: 'FOCUS Contract Commitment',
  dataset: 'contract',
  recognise(header) {
    if (!header.has('contractcommitmentid') || header.has('billedcost')) return null;
    return { score: 1, version: header.has('contractcommitmentmodel') ? '1.4' : '1.3', because: 'the column ContractCommitmentId' };
  },
  needs: [['contractcommitmentid'], ['contractcommitmentperiodstart']],
};

/** Recognised so that it can be refused by name. */
export const isFocusTooOld = (has: (folded: string) => boolean): boolean => isFocus05(has);
