import { handler } from '@/lib/http/handler';
import { currencyChoices } from '@/lib/services/fx/currencies';

/** What a view can be told in, the organisation's own first. */
export const GET = handler({ run: ({ actor }) => currencyChoices(actor) });
