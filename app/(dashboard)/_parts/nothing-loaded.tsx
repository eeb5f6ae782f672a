import { LinkButton } from '@/components/ui/button';

const formats: readonly [provider: string, what: string][] = [
  ['Azure', 'Cost details (actual, amortized) or the FOCUS export: CSV or Parquet, also gzip or zip'],
  ['AWS', 'Cost and Usage Report, CUR 2.0 or legacy, or the FOCUS export'],
  ['OpenAI', 'Costs as CSV or JSON; usage as JSON'],
  ['Google Cloud, Oracle, others', 'Any FOCUS Cost and Usage file, version 1.0 to 1.4'],
];

/** In place of all panels while there is nothing to show. */
export const NothingLoaded = ({ mayImport }: { mayImport: boolean }) => (
  <section aria-label="Nothing loaded yet" className="max-w-prose py-10">
    <h2 className="text-20">No bill has been loaded yet</h2>
    <p className="mt-2 text-14 text-ink-2">
      {mayImport
        ? 'Bring one billing file, and this page shows what was spent, on what, and what changed. The format is recognised, and nothing counts before you have confirmed it.'
        : 'This page shows what was spent, on what, and what changed, as soon as an editor or administrator has imported a billing file.'}
    </p>
    {mayImport && (
      <LinkButton href="/sources" tone="primary" size="large" className="mt-5">
        Import a billing file
      </LinkButton>
    )}
    <h3 className="mt-8 text-14">Formats understood</h3>
    <dl className="mt-2 border-line border-t text-13">
      {formats.map(([provider, what]) => (
        <div key={provider} className="grid gap-x-6 border-line border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-strong">{provider}</dt>
          <dd className="text-ink-2">{what}</dd>
        </div>
      ))}
    </dl>
  </section>
);
