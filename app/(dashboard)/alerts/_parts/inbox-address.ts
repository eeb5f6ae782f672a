export interface InboxView {
  /** Null for what is open: new and acknowledged. */
  state: string | null;
  kind: string | null;
}

/** Where a view of the inbox lives, with an item beside it or without. */
export function inboxHref({ state, kind }: InboxView, item: number | null = null): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (kind) query.set('kind', kind);
  if (item !== null) query.set('item', String(item));
  const text = query.toString();
  return text ? `/alerts?${text}` : '/alerts';
}

/** The same view as a file. */
export const exportHref = (view: InboxView): string => inboxHref(view).replace('/alerts', '/api/v1/alerts/export');
