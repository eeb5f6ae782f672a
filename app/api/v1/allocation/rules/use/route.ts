import { RuleUseAsk } from '@/lib/core/allocation/allocation-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getRuleUse } from '@/lib/services/allocation/rule-use';

/** When each rule last gave an owner, and what a rule before takes of it. */
export const GET = handler({ query: RuleUseAsk, run: ({ actor, query }) => getRuleUse(actor, query, today()) });
