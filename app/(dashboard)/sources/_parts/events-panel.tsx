import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { momentText } from '@/components/filters/period-words';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { BatchRow } from '@/lib/services/events/upload-events';
import { EventsUpload } from './events-upload';

const kinds: Record<string, string> = { file: 'File', api: 'Pushed', otlp: 'OpenTelemetry' };

/** Usage: files of events and what programs push. It brings no money; it explains the money of the bills. */
export const EventsPanel = ({ batches, mayLoad }: { batches: readonly BatchRow[]; mayLoad: boolean }) => (
  <Panel
    className="border-t-0!"
    title="Usage events"
    note="Who called which model for what: LiteLLM, OpenTelemetry, Langfuse, OpenAI, Anthropic, OpenRouter, or plain CSV and JSON lines. They explain the bills and never add to them."
  >
    {mayLoad && <EventsUpload />}
    <Table
      caption="Where usage came from"
      rows={batches}
      rowKey={(b) => String(b.id)}
      empty={
        <>
          Nothing yet. Drop a file above, or push: <code className="font-mono text-12">POST /api/v1/events</code>,{' '}
          <code className="font-mono text-12">/v1/traces</code>.
        </>
      }
      columns={[
        { key: 'name', header: 'What', className: 'min-w-56', cell: (b) => <Name>{b.name}</Name> },
        { key: 'kind', header: 'How', className: 'text-ink-2', cell: (b) => kinds[b.kind] ?? b.kind },
        {
          key: 'days',
          header: 'Days',
          className: 'whitespace-nowrap text-ink-2 tabular-nums',
          cell: (b) => (b.from ? `${b.from} – ${b.to}` : '–'),
        },
        { key: 'events', header: 'Events', numeric: true, cell: (b) => (b.events === null ? '–' : b.events.toLocaleString('en')) },
        { key: 'duplicates', header: 'There before', numeric: true, cell: (b) => b.duplicates.toLocaleString('en') },
        {
          key: 'rejected',
          header: 'Rejected',
          numeric: true,
          cell: (b) => (b.rejected ? <Badge tone="warn">{b.rejected.toLocaleString('en')}</Badge> : '0'),
        },
        { key: 'flagged', header: 'Do not add up', numeric: true, cell: (b) => b.flagged.toLocaleString('en') },
        {
          key: 'unpriced',
          header: 'Without a price',
          numeric: true,
          cell: (b) =>
            b.unpriced ? (
              <Link className="underline" href="/models?tab=unpriced">
                {b.unpriced.toLocaleString('en')}
              </Link>
            ) : (
              '0'
            ),
        },
        {
          key: 'by',
          header: 'Loaded',
          className: 'whitespace-nowrap text-ink-2',
          cell: (b) => `${b.createdByName}, ${momentText(b.createdAt)}`,
        },
      ]}
    />
  </Panel>
);
