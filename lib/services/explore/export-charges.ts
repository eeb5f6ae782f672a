import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { chargeFileLimit } from '../../core/costs/cost-query';
import { csvLine, csvStart } from '../../core/csv/cell';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { type FocusFileVersion, fileColumns } from '../../core/focus/file-columns';
import { groupsOnCopy } from '../../db/columnar/answer';
import { profileSpans } from '../../db/columnar/profile-spans';
import { withConnection } from '../../db/columnar/store';
import { type ChargeFileAsk, type ChargeFileRow, chargeFile } from '../../db/queries/charge-file';
import { onCopy } from './engine';
import { understood } from './explore';
import { type ChargeSplit, splitOf, splitRows } from './split-charges';

/** How a file of charges is written. */
export interface ChargeFileForm {
  version: FocusFileVersion;
  /** The dimension of allocation by which shared costs stand as their parts, with whom each belongs to; null: every charge as it was billed. */
  split: string | null;
}

export const usualForm: ChargeFileForm = { version: '1.2', split: null };

/** Each file on its way holds a connection to the database for as long as its reader takes; the others are for everybody else. */
const filesAtOnce = 4;
const writing = { files: 0 };

/** The charges behind a view as a file in the columns of FOCUS, whole or not at all: half of them would prove nothing. Throws `too_many`. */
export async function exportCharges(
  actor: Actor,
  query: ExploreQuery,
  today: string,
  form: ChargeFileForm = usualForm,
): Promise<{ fileName: string; content: AsyncGenerator<string> }> {
  const asked = await chargesAsked(actor, query, today, form);
  if (writing.files >= filesAtOnce)
    throw new AppError('too_many', `${filesAtOnce} files of charges are on their way already. Ask again when one of them is there.`);
  return { fileName: `${asked.name}.csv`, content: written(actor.organizationId, asked) };
}

/** What a file of charges is called, and which it holds. */
export interface AskedCharges {
  name: string;
  ask: ChargeFileAsk;
  split: ChargeSplit | null;
}

/** Which charges a file of a view holds, each as it was billed or as its parts. Throws `invalid` where they are too many. */
export async function chargesAsked(
  actor: Actor,
  query: ExploreQuery,
  today: string,
  { version, split }: ChargeFileForm,
): Promise<AskedCharges> {
  requirePermission(actor, 'costs:read');
  const { question } = await understood(actor, { ...query, by: 'none', by2: undefined, compare: 'none', ccy: 'billing' }, today);
  const counting = ['billed', 'tokens', 'quantity'].includes(question.measure) ? 'billed' : 'effective';
  const found = split === null ? null : await splitOf(actor, split, { ...question.range, basis: counting });
  const { rows, profiles } = await onCopy(actor.organizationId, async (store) => {
    const grouped = found ? { ...question, by: [found.word] } : question;
    const { groups, totals } = await groupsOnCopy(store, grouped, found ? chargeFileLimit : 1);
    return {
      rows: totals.reduce((n, t) => n + t.charges, 0) + (found?.moreRows(groups) ?? 0),
      profiles: await withConnection(store, (c, held) => profileSpans(c, held, question)),
    };
  });
  if (rows > chargeFileLimit)
    throw new AppError(
      'invalid',
      `These are ${rows.toLocaleString('en')} ${found ? 'charges and parts' : 'charges'}, and a file holds at most ${chargeFileLimit.toLocaleString('en')}. Narrow the period or the filters.`,
    );
  const { from, to } = question.range;
  return {
    name: `charges-${from}-to-${to}-${question.measure}${found ? `-split-by-${found.dimension.key}` : ''}${version === usualForm.version ? '' : `-focus-${version}`}`,
    ask: { from, to, counting, profiles, version, owners: found?.dimension ?? null },
    split: found,
  };
}

/** The rows of the file, in the order of `fileColumns`. */
export const rowsAsked = (organization: number, { ask, split }: AskedCharges): AsyncIterable<readonly ChargeFileRow[]> =>
  split ? splitRows(chargeFile(organization, ask), split, ask.version) : chargeFile(organization, ask);

async function* written(organization: number, asked: AskedCharges): AsyncGenerator<string> {
  const { version, owners } = asked.ask;
  writing.files++;
  try {
    yield csvStart + csvLine(fileColumns(version, owners !== null).map((c) => c.name));
    for await (const rows of rowsAsked(organization, asked)) yield rows.map((cells) => csvLine(cells.map((c) => c ?? ''))).join('');
  } finally {
    writing.files--;
  }
}
