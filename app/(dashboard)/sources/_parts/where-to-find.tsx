import { Panel } from '@/components/ui/panel';

const guides: [provider: string, steps: string[]][] = [
  [
    'Azure',
    [
      'Cost Management → Exports → Create, type “Cost and usage details (FOCUS)”, daily, Parquet or CSV with gzip.',
      'Without FOCUS (pay-as-you-go): export “actual cost” and “amortized cost”; bring both.',
    ],
  ],
  [
    'AWS',
    [
      'Billing → Data Exports → Create, “Standard data export (CUR 2.0)” or “FOCUS 1.2 with AWS columns”, overwrite on, Parquet or gzip.',
      'Bring the files of one month together as a zip when the export is split.',
    ],
  ],
  [
    'OpenAI',
    [
      'Usage → Cost → Export, grouped by line item and project.',
      'Or the answer of GET /v1/organization/costs grouped by project_id and line_item, as JSON.',
    ],
  ],
  ['Anyone else', ['Any FOCUS Cost and Usage file, version 1.0 to 1.4: Google Cloud, Oracle and others offer one.']],
];

/** Where each provider keeps the file. */
export function WhereToFind() {
  return (
    <Panel title="Where to find the file">
      <dl className="grid gap-x-8 gap-y-3 text-13 desk:grid-cols-2">
        {guides.map(([provider, steps]) => (
          <div key={provider}>
            <dt className="font-strong">{provider}</dt>
            {steps.map((s) => (
              <dd key={s} className="max-w-prose text-ink-2">
                {s}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
