import type { Metadata } from 'next';
import { NotUnderstood } from '@/components/filters/not-understood';
import { PageBody } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/tabs';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listMetrics } from '@/lib/services/metrics/import-metrics';
import { getTaskRules } from '@/lib/services/tasks/edit-task-rules';
import { explainRise } from '@/lib/services/tasks/explain-rise';
import { getCalibration } from '@/lib/services/tasks/get-calibration';
import { getOutliers, getTaskGroups, getTasksHead, getTaskTypes, type TasksHead } from '@/lib/services/tasks/get-tasks';
import { getTaskFlags } from '@/lib/services/tasks/task-flags';
import { CalibrationTab } from './_parts/calibration-tab';
import { CoverageBar } from './_parts/coverage-bar';
import { askExtras, askQualityDays } from './_parts/extras';
import { GroupsTab } from './_parts/groups-tab';
import { NoTasks } from './_parts/no-events';
import { OutliersTab } from './_parts/outliers-tab';
import { RulesTab } from './_parts/rules-tab';
import { TasksHeader } from './_parts/tasks-header';
import { Tiles } from './_parts/tiles';
import { TypesTab } from './_parts/types-tab';
import { parseTaskView, type TaskView, taskHref, tasksNotUnderstood, taskTabs } from './_parts/view';

export const metadata: Metadata = { title: 'Tasks' };

/** What is pushed all the time keeps a day or two waiting for seconds: nothing to speak of. */
const FEW_DAYS = 2;

export default async function TasksPage({ searchParams }: PageProps<'/tasks'>) {
  const actor = await requireActorOrRedirect('/tasks');
  const raw = await searchParams;
  const view = parseTaskView(raw);
  const [head, metrics] = await Promise.all([getTasksHead(actor, view, today()), listMetrics(actor)]);
  const hasTasks = head.total !== null || view.task !== null || view.team !== null;
  return (
    <>
      <TasksHeader
        view={view}
        period={head.period}
        currencies={head.currencies}
        teams={head.teams}
        metrics={[...new Set(metrics.map((m) => m.name))]}
      />
      <PageBody>
        <NotUnderstood words={tasksNotUnderstood(raw)} />
        <div className="mb-4 min-w-0">
          <LinkTabs
            label="Tasks"
            active={view.tab}
            tabs={taskTabs.map((t) => ({ ...t, href: taskHref({ ...view, tab: t.key, page: 1 }) }))}
          />
        </div>
        {view.tab === 'rules' || hasTasks ? (
          <>
            {head.waitingDays > FEW_DAYS && (
              <p className="pb-3 text-13 text-ink-2" role="status">
                {head.waitingDays} days are being summed again; their figures follow in a moment.
              </p>
            )}
            {view.tab !== 'rules' && <CoverageBar head={head} />}
            {view.tab === 'tasks' && (
              <>
                {head.fellBack && (
                  <p className="pb-4 text-13 text-ink-2" role="status">
                    No bill of these tasks is loaded, so list prices of the same calls stand in: an estimate.
                  </p>
                )}
                <Tiles head={head} />
              </>
            )}
            <Tab actor={actor} head={head} view={view} />
          </>
        ) : (
          <NoTasks head={head} view={view} />
        )}
      </PageBody>
    </>
  );
}

async function Tab({ actor, head, view }: { actor: Actor; head: TasksHead; view: TaskView }) {
  const mayWrite = can(actor.role, 'tasks:write');
  switch (view.tab) {
    case 'tasks': {
      const extras = askExtras(actor, head);
      const qualityDays = view.task === null ? null : askQualityDays(actor, head);
      const [data, rise, flags] = await Promise.all([
        getTaskTypes(actor, head, view.unit),
        view.task === null ? null : explainRise(actor, head),
        getTaskFlags(actor, head.slice),
      ]);
      return (
        <TypesTab
          head={head}
          data={data}
          rise={rise}
          flags={flags}
          view={view}
          extras={extras}
          qualityDays={qualityDays}
          mayWrite={mayWrite}
        />
      );
    }
    case 'customers':
      return <GroupsTab head={head} groups={await getTaskGroups(actor, head, view.by)} view={view} />;
    case 'outliers':
      return <OutliersTab head={head} outliers={await getOutliers(actor, head, view)} view={view} />;
    case 'calibration':
      return <CalibrationTab data={await getCalibration(actor, head.period, head.currency)} />;
    case 'rules':
      return <RulesTab rules={await getTaskRules(actor)} mayWrite={mayWrite} />;
  }
}
