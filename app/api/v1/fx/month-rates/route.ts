import { handler } from '@/lib/http/handler';
import { MonthRatesQuery, monthRates } from '@/lib/services/fx/currencies';

/** What the charges of a month are converted with. */
export const GET = handler({ query: MonthRatesQuery, run: ({ actor, query }) => monthRates(actor, query) });
