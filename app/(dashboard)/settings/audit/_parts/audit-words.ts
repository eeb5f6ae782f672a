const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
});

export const momentOf = (at: string): string => moment.format(new Date(at)).replace(',', '');

const words: Readonly<Record<string, string>> = {
  'organization.created': 'Made the organisation',
  'organization.renamed': 'Renamed the organisation',
  'member.invited': 'Invited',
  'member.joined': 'Joined',
  'member.role_changed': 'Changed a role',
  'member.removed': 'Removed a member',
  'invitation.revoked': 'Revoked an invitation',
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'sessions.ended': 'Signed out everywhere',
  'password.changed': 'Changed the password',
  'password.reset': 'Set a new password',
  'password.reset_link_made': 'Made a link for a new password',
  'account.unlocked': 'Unlocked an account',
  'sample.loaded': 'Loaded the sample',
  'load.activated': 'Loaded a bill',
  'load.undone': 'Took a load back',
  'series.imported': 'Imported a series',
  'statement.posted': 'Posted a statement',
  'expected.event': 'Marked days as planned',
  'expected.new-normal': 'Took a level as the new normal',
  'expected.withdrawn': 'Had days judged again',
  'events.imported': 'Loaded usage events',
  'metrics.imported': 'Loaded a business metric',
  'task-rules.changed': 'Changed the task rules',
  'unit-target.set': 'Set what a task may cost',
  'unit-target.deleted': 'Took a target away',
  'price.set': 'Set a price',
  'price.changed': 'Changed a price',
  'price.withdrawn': 'Withdrew a price',
  'usage.repriced': 'Priced past use again',
  'scenario.saved': 'Saved a scenario',
  'scenario.removed': 'Removed a scenario',
  'unattributed.noted': 'Said who looks after spend',
  'policy.changed': 'Changed what is approved',
  'allocation.rules-changed': 'Changed allocation rules',
  'allocation.dimension-deleted': 'Deleted an allocation dimension',
  'allocation.pools-changed': 'Changed how costs are shared',
  'allocation.tree-changed': 'Changed the tree',
  'allocation.synonyms-changed': 'Changed tag synonyms',
  'allocation.applied': 'Applied an allocation file',
  'allocation.month-closed': 'Closed a month of statements',
  'alert-rule.changed': 'Changed an alert rule',
  'budget.changed': 'Changed a budget',
  'budget.deleted': 'Deleted a budget',
  'channel.created': 'Made a channel',
  'channel.changed': 'Changed a channel',
  'channel.deleted': 'Deleted a channel',
  'connection.created': 'Made a connection',
  'connection.changed': 'Changed a connection',
  'connection.paused': 'Paused a connection',
  'connection.resumed': 'Resumed a connection',
  'connection.pulled': 'Asked for a pull',
  'connection.backfilled': 'Asked for a back-fill',
  'connection.deleted': 'Deleted a connection',
  'meter.taught': 'Taught a meter',
  'meter.forgotten': 'Forgot a meter',
  'mapping.saved': 'Saved a mapping of columns',
  'mapping.changed': 'Changed a mapping of columns',
  'mapping.deleted': 'Deleted a mapping of columns',
  'invoice.added': 'Added an invoice',
  'invoice.deleted': 'Deleted an invoice',
  'invoice.explained': 'Accepted a difference of an invoice',
  'invoice.reopened': 'Took back why an invoice differs',
  'invoices.imported': 'Imported invoices',
  'fx.imported': 'Imported exchange rates',
  'fx.rate-agreed': 'Typed an exchange rate for a month',
  'fx.rate-withdrawn': 'Took an exchange rate back',
  'fx.month-closed': 'Closed a month with its exchange rates',
  'fx.month-reopened': 'Reopened a month of exchange rates',
  'fx.reporting-changed': 'Changed the reporting currency',
  'view.saved': 'Saved a view',
  'view.changed': 'Changed a view',
  'view.deleted': 'Deleted a view',
  'view.restored': 'Brought a view back',
  'note.added': 'Wrote a note on the charts',
  'note.changed': 'Changed a note on the charts',
  'note.removed': 'Removed a note from the charts',
  'dashboard.created': 'Made a dashboard',
  'dashboard.changed': 'Changed a dashboard',
  'dashboard.deleted': 'Deleted a dashboard',
  'dashboard.restored': 'Brought a dashboard back',
  'dashboard.scheduled': 'Said when a dashboard is mailed',
  'share-link.created': 'Made a share link',
  'share-link.revoked': 'Withdrew a share link',
  'token.created': 'Made a token',
  'token.revoked': 'Revoked a token',
};

/** "Undid a load" where there are words for it; else the action itself, readable: "load: undone". */
export const actionWords = (action: string): string =>
  words[action] ??
  action
    .replace('.', ': ')
    .replaceAll('_', ' ')
    .replace(/^./, (c) => c.toUpperCase());

/** "role: admin · invited by: Ada". Nothing of it is formatted: it says what was recorded. */
export function detailWords(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '' && typeof value !== 'object')
    .map(([key, value]) => `${key.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`).replaceAll('_', ' ')}: ${value}`)
    .join(' · ');
}
