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
  [
    'Google Cloud',
    [
      'Billing → Billing export → BigQuery export, “Detailed usage cost”; then EXPORT DATA of one invoice month, as JSON, Parquet or CSV.',
      'Bring the whole invoice month each time: a later export of it takes the place of the earlier one.',
    ],
  ],
  [
    'Oracle Cloud',
    [
      'Billing & Cost Management → Cost and usage reports: FOCUS reports, or the files under reports/cost-csv, as they are (csv.gz).',
      'Bring the files of one day together as a zip: a later file takes the place of the days it tells.',
    ],
  ],
  [
    'Anthropic',
    [
      'Console → Cost → Export as CSV.',
      'Or the answers of GET /v1/organizations/cost_report grouped by workspace_id and description, all pages, as JSON.',
    ],
  ],
  [
    'GitHub Copilot',
    [
      'Billing and licensing → Usage → Get usage report: the metered report tells seats, Actions and Copilot, the AI usage report Copilot by model.',
      'Bring one of the two: both tell the same credits, and the later one takes the days of its organisation.',
    ],
  ],
  [
    'Microsoft 365 Copilot',
    ['Partner Center → Billing → Invoices → reconciliation file of new commerce; ask your partner for your lines.'],
  ],
  ['OpenRouter', ['Activity → Export as CSV, by day and model. Load it as usage events as well to see its tokens.']],
  [
    'Anyone else',
    [
      'Any FOCUS Cost and Usage file, version 1.0 to 1.4.',
      'Any other table of charges, as CSV, TSV, XLSX or JSON lines: map its columns once, and the next file is recognised.',
    ],
  ],
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
