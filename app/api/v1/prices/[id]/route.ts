import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { withdrawPrice } from '@/lib/services/prices/withdraw-price';

export const DELETE = handler({ run: ({ actor, params }) => withdrawPrice(actor, number(params.id)) });
