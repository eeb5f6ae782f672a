'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { PageBody } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { EmptyState } from '@/components/ui/panel-states';
import { changeDashboard } from '@/lib/client/dashboards';
import type { Dashboard, Panel, PanelSpec } from '@/lib/core/dashboards/panels';
import { DashboardHeader } from './dashboard-header';
import { LivePanel } from './live-panel';
import { type PanelChoices, PanelDialog } from './panel-dialog';
import { PanelEditor } from './panel-editor';
import { PanelGrid } from './panel-grid';

interface DashboardViewProps {
  dashboard: Dashboard;
  choices: PanelChoices;
  mayLink: boolean;
  mayMail: boolean;
  organization: string;
  /** When it was drawn, for paper. */
  drawnAt: string;
}

const kindWidths = { view: 6, budget: 6, agreement: 6, unit: 3, text: 12 } as const;

/** A dashboard to read, and to arrange by those who may. What was arranged is kept when it is saved, and not before. */
export function DashboardView({ dashboard, choices, mayLink, mayMail, organization, drawnAt }: DashboardViewProps) {
  const router = useRouter();
  const say = useNotice();
  const [draft, setDraft] = useState<Panel[] | null>(null);
  const [dialog, setDialog] = useState<Panel | 'new' | null>(null);
  const [busy, setBusy] = useState(false);
  const isEditing = draft !== null;
  const panels = draft ?? dashboard.panels;
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(dashboard.panels);
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);

  const save = async () => {
    if (!draft) return;
    if (!isChanged) return setDraft(null);
    setBusy(true);
    await changeDashboard(dashboard.id, { panels: draft, base: dashboard.changedAt }).then(
      () => {
        say('The dashboard is saved');
        setDraft(null);
        router.refresh();
      },
      (e: Error) => say(e.message, { tone: 'over' }),
    );
    setBusy(false);
  };
  const put = (spec: PanelSpec, title: string | undefined) => {
    const own = draft ?? [...dashboard.panels];
    const of = (place: Pick<Panel, 'id' | 'width'>): Panel => ({ ...place, ...(title && { title }), ...spec });
    if (dialog && dialog !== 'new') setDraft(own.map((p) => (p.id === dialog.id ? of(p) : p)));
    else setDraft([...own, of({ id: crypto.randomUUID?.() ?? String(Date.now()), width: kindWidths[spec.kind] })]);
    setDialog(null);
  };
  const advice = dashboard.mayChange
    ? 'Under Arrange, this panel can be edited or removed.'
    : `${dashboard.createdByName} or an editor can edit or remove this panel.`;
  const nameOf = (p: Panel): string =>
    p.title ||
    (p.kind === 'view'
      ? (choices.views.find((v) => v.id === p.view)?.name ?? 'a saved view')
      : p.kind === 'budget'
        ? p.budget
        : p.kind === 'agreement'
          ? p.agreement
          : p.kind === 'unit'
            ? p.taskType
            : 'text');
  return (
    <>
      <DashboardHeader
        dashboard={dashboard}
        mayLink={mayLink}
        mayMail={mayMail}
        editing={
          isEditing && (
            <>
              <Button onClick={() => setDialog('new')}>Add a panel</Button>
              <Button tone="quiet" onClick={() => setDraft(null)}>
                {isChanged ? 'Discard' : 'Stop'}
              </Button>
              <Button tone="primary" busy={busy && 'Saving'} onClick={save}>
                Save
              </Button>
            </>
          )
        }
        onEdit={() => setDraft([...dashboard.panels])}
      />
      <PageBody>
        <p className="hidden pb-3 text-12 text-ink-2 print:block">
          {organization} · {dashboard.name} · printed from the state of {drawnAt}
        </p>
        {panels.length === 0 && (
          <EmptyState
            title="No panel yet"
            reason={
              dashboard.mayChange
                ? 'A panel shows a saved view, a budget, an agreement, what a task costs, or words of yours.'
                : 'Nobody has put a panel here yet.'
            }
            actions={
              dashboard.mayChange && (
                <Button
                  tone="primary"
                  onClick={() => {
                    setDraft([...panels]);
                    setDialog('new');
                  }}
                >
                  Add a panel
                </Button>
              )
            }
          />
        )}
        {isEditing ? (
          <PanelEditor panels={panels} nameOf={nameOf} onChange={setDraft} onEdit={setDialog} />
        ) : (
          <PanelGrid panels={panels}>{(panel) => <LivePanel panel={panel} advice={advice} />}</PanelGrid>
        )}
        {dialog && <PanelDialog panel={dialog === 'new' ? null : dialog} choices={choices} onClose={() => setDialog(null)} onDone={put} />}
      </PageBody>
    </>
  );
}
