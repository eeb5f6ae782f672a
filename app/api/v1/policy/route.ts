import { UsagePolicyDefinition } from '@/lib/core/usage/policy';
import { handler } from '@/lib/http/handler';
import { setPolicy } from '@/lib/services/models/get-unattributed';

export const PUT = handler({ body: UsagePolicyDefinition, run: ({ actor, body }) => setPolicy(actor, body) });
