import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { listScenarios, ScenarioInput, saveScenario } from '@/lib/services/what-if/scenarios';

export const GET = handler({ run: ({ actor }) => listScenarios(actor) });
export const POST = handler({ body: ScenarioInput, run: ({ actor, body }) => saveScenario(actor, body, today()) });
