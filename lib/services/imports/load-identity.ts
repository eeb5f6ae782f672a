import { shortened } from '../../core/text/shortened';
import type { NewLoad } from '../../db/loading/write-loads';
import { providerName } from '../../ingest/enrich/provider';
import type { Part } from '../../ingest/part';
import type { Recognition, Staged } from '../../ingest/pipeline';

/** "AWS Cost and Usage Report 2.0, amortized". */
export const formatName = ({ format, version, dataset }: Recognition) =>
  `${format.title}${version ? ` ${version}` : ''}${dataset === 'actual' || dataset === 'amortized' ? `, ${dataset}` : ''}`;

/** One load for each provider, billing account and billing month of a file. */
export function loadsOf(recognition: Recognition, staged: Staged, contentHash: string): NewLoad[] {
  return staged.parts.map(
    (p): NewLoad => ({
      provider: p.provider,
      format: formatName(recognition),
      dataset: recognition.dataset,
      replaces: recognition.format.replaces,
      billingAccountId: p.account,
      billingAccountName: p.accountName,
      subAccounts: p.subAccounts,
      billingPeriod: p.billingPeriod,
      fromDay: p.fromDay,
      toDay: p.toDay,
      chargeTo: p.chargeTo,
      contentHash,
    }),
  );
}

/** The source a file belongs to, and what it is called where nobody has named it. */
export function identityOf(r: Recognition, parts: readonly Part[], named: string | undefined) {
  const accounts = [...new Set(parts.map((p) => p.account ?? '-'))].sort();
  const providers = [...new Set(parts.map((p) => p.provider))];
  const provider = providers.length === 1 ? (providers[0] ?? 'unknown') : 'multi';
  const account = accounts.length === 1 ? (parts[0]?.accountName ?? accounts[0]) : `${accounts.length} accounts`;
  const isFocus = provider !== 'multi' && r.format.provider === 'focus';
  const title = r.mapping?.name ?? (isFocus ? `${providerName(provider)} FOCUS` : r.format.title);
  return {
    name: named,
    provider,
    format: r.format.id,
    fingerprint: [provider, r.format.id, r.dataset, accounts.length === 1 ? accounts[0] : 'several'].join('|'),
    suggestedName: `${title}${account && account !== '-' && account !== title ? ` · ${shortened(account, 80)}` : ''}${r.dataset === 'amortized' ? ' · amortized' : ''}`,
  };
}
