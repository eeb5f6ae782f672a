import { z } from 'zod';
import { PanelSpec } from '@/lib/core/dashboards/panels';
import { onlyFields } from '@/lib/core/input/known-fields';
import { handler } from '@/lib/http/handler';
import { answerPanel } from '@/lib/services/dashboards/answer-panel';

const json = z.string('is written once, as JSON').transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
});

/** What one panel shows: `?spec={"kind":"budget","budget":"Engineering"}`. */
export const GET = handler({
  query: onlyFields({ spec: json.pipe(PanelSpec) }),
  run: ({ actor, query, request }) => answerPanel(actor, query.spec, new Date(), { signal: request.signal }),
});
