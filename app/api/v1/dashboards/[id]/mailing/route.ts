import { Schedule } from '@/lib/core/dashboards/schedule';
import { onlyFields } from '@/lib/core/input/known-fields';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { getMailing, scheduleDashboard } from '@/lib/services/dashboards/mail-dashboards';

export const GET = handler({ run: ({ actor, params }) => getMailing(actor, number(params.id)) });
export const PUT = handler({
  body: onlyFields({ schedule: Schedule.nullable() }),
  run: ({ actor, params, body }) => scheduleDashboard(actor, number(params.id), body.schedule, new Date()),
});
