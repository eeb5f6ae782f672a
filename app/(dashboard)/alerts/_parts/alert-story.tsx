import { Badge } from '@/components/ui/badge';
import type { AlertItem } from '@/lib/services/alerts/inbox';
import { channelWords, deliveryWords, momentWords } from './words';

const past: Record<string, string> = {
  acknowledge: 'acknowledged it',
  ignore: 'ignored it',
  resolve: 'resolved it',
  reopen: 'opened it again',
  comment: 'wrote',
};

function deed({ action, actorName, note }: AlertItem['history'][number]): string {
  if (action !== 'assign') return past[action] ?? action;
  return note === actorName ? 'took it' : note === 'nobody' ? 'gave it back' : `gave it to ${note}`;
}

/** Who did what with it, and where it was sent. */
export const AlertStory = ({ item }: { item: AlertItem }) => (
  <>
    <section>
      <h3 className="mb-1 text-14">History</h3>
      <ol className="border-line border-t text-13">
        <li className="flex flex-wrap justify-between gap-x-3 border-line border-b py-1.5">
          <span>Headroom told it</span>
          <span className="text-12 text-ink-3">{momentWords(item.occurredAt)}</span>
        </li>
        {item.history.map((h) => (
          <li key={`${h.at} ${h.action} ${h.note}`} className="border-line border-b py-1.5">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span>
                <bdi>{h.actorName}</bdi> {deed(h)}
              </span>
              <span className="text-12 text-ink-3">{momentWords(h.at)}</span>
            </span>
            {h.note && h.action !== 'assign' && <span className="block whitespace-pre-line break-words text-ink-2">{h.note}</span>}
          </li>
        ))}
      </ol>
    </section>
    <section>
      <h3 className="mb-1 text-14">Deliveries</h3>
      {item.deliveries.length === 0 ? (
        <p className="text-13 text-ink-2">None: no channel was on when it happened.</p>
      ) : (
        <ul className="border-line border-t text-13">
          {item.deliveries.map((d) => (
            <li key={d.channel} className="border-line border-b py-1.5">
              <span className="flex flex-wrap items-center justify-between gap-x-3">
                <span>
                  <bdi>{d.channel}</bdi>, {channelWords[d.kind] ?? d.kind}
                </span>
                <Badge tone={deliveryWords[d.status]?.[1]}>{deliveryWords[d.status]?.[0] ?? d.status}</Badge>
              </span>
              {d.answer && <span className="block break-words text-12 text-ink-2">{d.answer}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  </>
);
