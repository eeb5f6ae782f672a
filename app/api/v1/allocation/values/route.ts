import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { FieldValuesAsk, getFieldValues } from '@/lib/services/allocation/field-values';

/** What a tag or column holds in the bills, spellings of one value together. */
export const GET = handler({ query: FieldValuesAsk, run: ({ actor, query }) => getFieldValues(actor, query, today()) });
