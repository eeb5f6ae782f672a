import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { removeScenario } from '@/lib/services/what-if/scenarios';

export const DELETE = handler({ run: ({ actor, params }) => removeScenario(actor, number(params.id)) });
