'use client';

import { useQuery } from '@tanstack/react-query';
import { Money } from '@/components/figures/money';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type ChargeDetail, chargeQuery } from '@/lib/client/costs';
import { visible } from '@/lib/core/text/visible';
import { ChargeSheetView } from './charge-sheet-view';
import { prepareCharge } from './prepare-charge';

/** Ends an argument about a number: all that is known of one charge, and the line of the file it came from. */
export function ChargeDrawer({ charge, onClose }: { charge: string | null; onClose: () => void }) {
  const [load = '0', line = '', profile = ''] = charge?.split('.') ?? [];
  const { data, error, refetch } = useQuery({ ...chargeQuery({ load: Number(load), line, profile }), enabled: charge !== null });
  return (
    <Dialog
      kind="side"
      open={charge !== null}
      onOpenChange={(open) => !open && onClose()}
      title={data ? titleOf(data) : 'Charge'}
      description={data && <Costs detail={data} />}
    >
      {data ? (
        <ChargeSheetView sheet={prepareCharge(data)} />
      ) : error ? (
        <ErrorState title="The charge could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={16} />
      )}
    </Dialog>
  );
}

const textOf = (detail: ChargeDetail, key: string) => (typeof detail[key] === 'string' ? detail[key] : null);

const titleOf = (detail: ChargeDetail) =>
  visible(textOf(detail, 'charge_description') ?? textOf(detail, 'sku_meter') ?? textOf(detail, 'service_name') ?? 'Charge');

function Costs({ detail }: { detail: ChargeDetail }) {
  const currency = textOf(detail, 'billing_currency') ?? '';
  const [effective, billed] = [textOf(detail, 'effective_cost'), textOf(detail, 'billed_cost')];
  return (
    <span className="flex flex-wrap gap-x-4">
      <span>
        {effective ? <Money amount={effective} currency={currency} className="font-strong text-ink" /> : 'no'} effective
        {!effective && ' cost'}
      </span>
      <span>
        {billed ? <Money amount={billed} currency={currency} className="font-strong text-ink" /> : 'no'} billed{!billed && ' cost'}
      </span>
    </span>
  );
}
