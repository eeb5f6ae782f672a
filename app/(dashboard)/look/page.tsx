'use client';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { BarList } from '@/components/charts/bar-list';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { Change } from '@/components/figures/change';
import { BigFigure, Money } from '@/components/figures/money';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { Badge, Chip } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineNotice, useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { Progress } from '@/components/ui/progress';
import { TabPanel, Tabs } from '@/components/ui/tabs';
import { Table } from '@/components/ui/table';
const gs = ['azure', 'aws', 'openai', 'gcp', 'anthropic', 'oracle', 'github', 'mistral', 'cohere', 'unclassified', 'x1', 'x2'];
const pts = gs.flatMap((g, gi) => Array.from({ length: 28 }, (_, d) => ({ day: `2026-10-${String(d + 1).padStart(2, '0')}`, group: g, currency: 'USD', amount: String(((1000 / (gi + 1)) * (1 + 0.4 * Math.sin(d / 2 + gi)) - (gi === 9 ? 30 : 0)).toFixed(6)) }))).filter((p) => p.day !== '2026-10-12');
export default function Look() {
  const say = useNotice();
  return (<><PageHeader title="Overview" note="Oct 1–28" freshness={<Chip>Complete to 26 Oct</Chip>} actions={<Button tone="primary" onClick={() => say('Role changed', { action: { label: 'Undo', run() {} } })}>Import a file</Button>} /><PageBody>
    <div className="grid grid-cols-1 gap-8 py-4 sm:grid-cols-3">
      <BigFigure below={<Change now="54210.5" before="50120" currency="USD" against="Sep 1–28" />}><Money amount="54210.5" currency="USD" /></BigFigure>
      <BigFigure below="forecast to 31 Oct"><Money amount="1240000" currency="USD" form="compact" /></BigFigure>
      <div className="grid content-start gap-3"><HeadroomBar label="Budget" cap="10000" used="5789.5" forecast="8200" pace="6200" thresholds={[0.5, 0.8]} currency="USD" until="enough until 27 Nov" /><HeadroomBar size={8} label="B" cap="1000" used="1100" currency="USD" /><HeadroomBar size={8} label="B" cap="1000" used="900" forecast="1150" pace="600" currency="USD" /></div>
    </div>
    <div className="py-4"><HeadroomBar size={24} label="Agreement" cap="250000" used="120000" forecast="190000" pace="140000" thresholds={[0.25, 0.5, 0.75]} currency="USD" until="term ends 30 Jun 2027" /></div>
    <CostOverTime title="Cost per day, by provider" points={pts} from="2026-10-01" to="2026-11-01" currency="USD" incompleteDays={['2026-10-27', '2026-10-28']} coveredDays={['2026-10-29']} names={{ azure: 'Azure', aws: 'AWS', openai: 'OpenAI', gcp: 'Google Cloud', anthropic: 'Anthropic', oracle: 'Oracle', github: 'GitHub Copilot' }} />
    <div className="grid grid-cols-1 gap-x-8 wide:grid-cols-2"><BarList title="Cost by provider" currency="USD" against="Sep 1–28" what="Provider" items={[{ key: 'azure', label: 'Azure', amount: '28102.44', before: '26000', href: '/x' }, { key: 'aws', label: 'AWS', amount: '14002.1', before: '15000', href: '/x' }, { key: 'openai', label: 'OpenAI', amount: '8002', before: null }, { key: 'unclassified', label: 'Unclassified', amount: '1200', before: '0' }, { key: 'credits', label: 'Credits', amount: '-900.5', before: '-100' }]} />
      <Panel title="States"><Tabs label="x" tabs={[{ key: 'a', label: 'Loading' }, { key: 'b', label: 'Empty', count: 3 }]}><TabPanel tab="a"><Skeleton shape="rows" rows={4} /></TabPanel><TabPanel tab="b">b</TabPanel></Tabs><EmptyState title="No bills yet" reason="Nothing has been imported into this organisation." actions={<><Button tone="primary">Import a file</Button><Button>Load sample data</Button></>} /><ErrorState title="The costs could not be loaded" detail="Something failed on our side. Reference 1a2b3c4d." onRetry={() => {}} /><Progress label="x" value={0.4} text="1,204,000 of about 3,000,000 rows" /><Progress label="x" text="Reading" /><div className="flex gap-2 py-3"><Badge>queued</Badge><Badge tone="ok">loaded</Badge><Badge tone="warn">late</Badge><Badge tone="over">refused</Badge><Badge tone="accent">new</Badge><Chip onRemove={() => {}}>provider: azure</Chip></div><InlineNotice tone="warn" title="Azure export of 18 Nov not complete yet">2 of 3 parts</InlineNotice></Panel></div>
    <Panel title="Accounts"><Table caption="Accounts" rows={[{ n: 'Subscription A', a: '28102.44' }, { n: 'Subscription B', a: '-14.1' }]} rowKey={(r) => r.n} columns={[{ key: 'n', header: 'Account', cell: (r) => r.n }, { key: 'a', header: 'Cost', numeric: true, cell: (r) => <Money amount={r.a} currency="USD" />, total: <Money amount="28088.34" currency="USD" /> }]} /></Panel>
  </PageBody></>);
}
