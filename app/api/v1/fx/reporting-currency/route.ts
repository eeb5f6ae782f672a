import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { changeReportingCurrency } from '@/lib/services/fx/currencies';

export const PUT = handler({ body: z.unknown(), run: ({ actor, body }) => changeReportingCurrency(actor, body) });
