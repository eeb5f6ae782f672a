import { handler } from '@/lib/http/handler';
import { getUnitTargets, setUnitTarget, UnitTargetInput } from '@/lib/services/tasks/unit-targets';

export const GET = handler({ run: ({ actor }) => getUnitTargets(actor) });

/** An amount of null takes the target away. */
export const PUT = handler({ body: UnitTargetInput, run: ({ actor, body }) => setUnitTarget(actor, body) });
