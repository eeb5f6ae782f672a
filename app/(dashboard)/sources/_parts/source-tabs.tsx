import { LinkTabs } from '@/components/ui/tabs';

export const sourceTabs = [
  { key: 'import', label: 'Import', href: '/sources' },
  { key: 'connections', label: 'Connections', href: '/sources/connections' },
  { key: 'usage', label: 'Usage events', href: '/sources?tab=usage' },
  { key: 'sources', label: 'Sources', href: '/sources?tab=sources' },
  { key: 'coverage', label: 'Coverage', href: '/sources?tab=coverage' },
  { key: 'reconciliation', label: 'Reconciliation', href: '/sources/reconciliation' },
  { key: 'history', label: 'History', href: '/sources?tab=history' },
];

export const SourceTabs = ({ active }: { active: string }) => <LinkTabs label="Sources" active={active} tabs={sourceTabs} />;
