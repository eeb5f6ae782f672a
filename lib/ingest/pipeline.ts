import path from 'node:path';
import { amounts, type Dimension, dimensions } from '../core/focus/columns';
import type { Columns, DateOrder } from './duckdb/expressions';
import { name, quote, type Row, type Session } from './duckdb/session';
import { LineMap } from './files/line-map';
import { type Member, unpack } from './files/unpack';
import { type LineSelect, storeLines } from './lines';
import { type Known, type Recall, whose } from './mapped/recall';
import type { Part } from './part';
import { withoutAddresses } from './persons';
import { nameIssuers } from './profiles';
import type { Choices, Dataset } from './providers/provider';
import { columnsOf, complaintAbout, lineMapOf, linesIn, type Readable, readable, reading } from './read';
import { Refusal } from './refusal';
import { type Reject, valueRejects } from './rejects';
import { numberParts, withPart } from './rollups';
import { filledDimensions, KEPT, mapped, REJECTED, SKIPPED, stageMember, viewStaged } from './stage';

export interface InputFile {
  path: string;
  /** What the person calls it. Says nothing about the format. */
  name: string;
}

/** What a file turned out to be, before any of it is loaded. */
export interface Recognition extends Known {
  members: { readable: Readable; columns: Columns }[];
  dataset: Dataset;
  choices: Choices;
}

export interface Staged {
  rows: number;
  accepted: number;
  rejected: number;
  skipped: number;
  rejects: Reject[];
  parts: Part[];
  /** How the line of a charge is found. */
  lines: LineSelect;
}

export type Phase = 'unpack' | 'detect' | 'read' | 'map' | 'copy' | 'check' | 'activate';
export type Progress = (phase: Phase, rows?: number) => void | Promise<void>;

/** The tables of a file, before anybody asks whose they are. Throws a Refusal for what cannot be read. */
export async function readMembers(session: Session, file: InputFile, scratch: string): Promise<[Readable, ...Readable[]]> {
  const members = (await unpack(file.path, file.name, scratch)).filter((m) => !isManifest(m));
  const [first, ...others] = members;
  if (!first) throw new Refusal(`${file.name} holds only a manifest. Upload the data files that it lists.`);
  const read: [Readable, ...Readable[]] = [await readable(session, first, scratch)];
  for (const member of others) read.push(await readable(session, member, scratch));
  return read;
}

/** Bytes → whose file, which version, which dataset. Throws a Refusal in words for everything that cannot be loaded. */
export async function recognise(
  session: Session,
  file: InputFile,
  scratch: string,
  choices: Choices,
  recall?: Recall,
): Promise<Recognition> {
  const [first, ...others] = await readMembers(session, file, scratch);
  const detected = await whose(first, choices, recall);
  for (const r of others) {
    const other = await whose(r, choices, recall);
    if (other.format.id !== detected.format.id && !choices.mapping)
      throw new Refusal(
        `${file.name} mixes formats: ${first.member.name} is ${detected.format.title}, ${r.member.name} is ${other.format.title}. Upload them one by one.`,
      );
  }
  let dataset: Dataset = choices.dataset ?? detected.format.dataset;
  const ready: Recognition['members'] = [];
  for (const r of [first, ...others]) {
    const settled = await settle(session, r, detected, choices).catch((e) => {
      if (e instanceof Refusal) e.recognisedAs = detected.format;
      throw e;
    });
    if (!choices.dataset && settled.dataset) dataset = settled.dataset;
    ready.push({ readable: r, columns: columnsOf(r.written, r.csv?.fields ?? r.written.length, settled.dateOrder) });
  }
  return { ...detected, members: ready, dataset, choices };
}

const isManifest = (m: Member) => /(^|[/›\s_-])manifest\.json$/i.test(m.name);

/** Looks once over the whole file for what its header cannot say. */
async function settle(
  session: Session,
  r: Readable,
  { format }: Known,
  choices: Choices,
): Promise<{ dataset?: Dataset; dateOrder: DateOrder }> {
  const missing = format.needs.filter((names) => !names.some((n) => columnsOf(r.written, r.written.length, 'iso').ref(n)));
  const currencyOnly = missing.length === 1 && missing[0]?.some((n) => n.includes('currency'));
  if (missing.length && !(currencyOnly && choices.currency)) {
    if (currencyOnly && format.dataset !== 'usage')
      throw new Refusal(`${r.member.name} has no currency column. Say which currency its amounts are in.`, 'currency');
    throw new Refusal(
      `${r.member.name} looks like ${format.title}, but has no column ${missing.map((names) => names[0]).join(', ')}: nothing of it can be loaded.`,
    );
  }
  if (!format.inspect) return { dateOrder: 'iso' };
  const select = format.inspect.select(columnsOf(r.written, r.csv?.fields ?? r.written.length, 'iso'));
  const [answer = {}] = await query(session, r, () => `select ${select} from ${r.relation}`);
  const { dataset, dateOrder = 'iso', ambiguous } = format.inspect.settle(answer);
  if (!ambiguous || choices.dateOrder) return { ...(dataset && { dataset }), dateOrder: choices.dateOrder ?? dateOrder };
  throw new Refusal(`${r.member.name}: ${ambiguous} Say which it is (month first or day first).`, 'dateOrder');
}

/** Records of the file, for a message about a file that is refused as a whole. */
export async function countRecords(session: Session, file: InputFile, scratch: string): Promise<number> {
  const members = (await unpack(file.path, file.name, scratch)).filter((m) => !isManifest(m));
  let rows = 0;
  for (const member of members) {
    const r = await readable(session, member, scratch);
    if (r.strange && !r.strange.isMappable) continue; // usage, which has records of another kind
    const [n] = await query(session, r, () => `select count(*)::varchar as n from ${r.relation}`);
    rows += Number(n?.n ?? 0) + (r.mended?.count ?? 0);
  }
  return rows;
}

/** The first rows as they would be stored: what a person confirms. */
export async function previewRows(session: Session, { members, format, dataset, choices }: Recognition, limit = 20): Promise<Row[]> {
  const first = members[0];
  if (!first) return [];
  const mapping = format.mappingFor?.(dataset) ?? format.mapping;
  const { readable: r, columns } = first;
  return query(session, r, () => {
    const part = { ...r, relation: `(select * from ${r.relation} limit ${limit * 5})` };
    const select = mapped({ readable: part, columns, format, mapping, choices });
    return `select * exclude (record, skip, issuer) from (${select}) where not skip limit ${limit}`;
  });
}

/** Reads, maps and checks every member into `charge_row`. After this the charges can travel; what they mean is decided meanwhile. */
export async function stage(session: Session, recognition: Recognition, scratch: string, progress: Progress): Promise<Staged> {
  const mapping = recognition.format.mappingFor?.(recognition.dataset) ?? recognition.format.mapping;
  const filled = filledDimensions(recognition.members, mapping);
  const files: { file: string; rows: number }[] = [];
  const rejects: Reject[] = [];
  const lines = new LineMap();
  let torn = 0;
  for (const [i, { readable: r, columns }] of recognition.members.entries()) {
    await progress('read');
    const file = path.join(scratch, `rows-${i}.parquet`);
    const before = files.reduce((n, f) => n + f.rows, 0);
    const counted = linesIn(r);
    counted?.catch(() => {}); // heard in lineMapOf, when the rows are in
    await reading(r, () =>
      stageMember({
        session,
        readable: r,
        columns,
        format: recognition.format,
        dataset: recognition.dataset,
        choices: recognition.choices,
        file,
        filled,
      }),
    ).catch((e) => {
      throw unreadable(e, r);
    });
    const rows = await rowsIn(session, file);
    files.push({ file, rows });
    const own = await lineMapOf(r, counted, rows);
    for (const { row, distance } of own.steps()) lines.add(before + row, row + distance);
    torn += r.mended?.count ?? 0;
    const shown = recognition.members.length > 1 ? ` (${r.member.name})` : '';
    const found = [...(r.mended?.rejects ?? []), ...(await valueRejects(session, r, file, own))];
    const said = recognition.choices.people === 'hash' ? found.map(anonymous) : found;
    rejects.push(...said.map((x) => ({ ...x, reason: x.reason + shown })).sort((a, b) => a.line - b.line));
  }
  await progress('map');
  await viewStaged(session, files, filled);
  const counts = await session.rows<{ state: number; n: string }>(
    `select state, (case when bool_or(record is not null) then count(distinct (file_index, record)) else count(*) end)::varchar as n from charge_row group by state`,
  );
  const count = (state: number) => Number(counts.find((c) => Number(c.state) === state)?.n ?? 0);
  const [accepted, skipped, bad] = [count(KEPT), count(SKIPPED), count(REJECTED)];
  await nameIssuers(session, scratch);
  const parts = await partsOf(session);
  if (parts.length) await numberParts(session, parts);
  return {
    rows: accepted + skipped + bad + torn,
    accepted,
    skipped,
    rejected: bad + torn,
    rejects,
    parts,
    lines: await storeLines(session, scratch, lines),
  };
}

const anonymous = (r: Reject): Reject => ({ ...r, reason: withoutAddresses(r.reason), original: withoutAddresses(r.original) });

const rowsIn = async (session: Session, file: string): Promise<number> =>
  Number((await session.rows<{ n: string }>(`select count(*)::varchar as n from read_parquet(${quote(file)})`))[0]?.n ?? 0);

async function partsOf(session: Session): Promise<Part[]> {
  const rows = await session.rows(
    `select v.provider as provider, i.BillingAccountId as account, any_value(i.BillingAccountName) as "accountName",
            i.BillingPeriodStart::date::varchar as "billingPeriod", min(i.ChargePeriodStart)::date::varchar as "fromDay",
            (max(i.ChargePeriodStart)::date + 1)::varchar as "toDay", max(i.ChargePeriodEnd)::varchar as "chargeTo", count(*)::varchar as rows,
            case when count(*) = count(i.SubAccountId) and approx_count_distinct(i.SubAccountId) < 5000
                 then to_json(list_sort(list(distinct i.SubAccountId)))::varchar else '[]' end as "subAccounts"
       from charge_row i join issuer_provider v on v.issuer = i.issuer where i.state = ${KEPT}
      group by v.provider, i.BillingAccountId, i.BillingPeriodStart order by 4, 1, 2`,
  );
  return rows.map((r) => ({ ...r, subAccounts: JSON.parse(String(r.subAccounts)) }) as unknown as Part);
}

/** SELECTs whose columns are, in order, those of the tables they are copied into. */
export const copySelects = {
  /** All charges of a billing month; `part_load` says which load each belongs to. */
  charges: (organization: number, month: string, lines: LineSelect): string =>
    `select ${organization}, l.load_id, '${month}', coalesce(i.record, ${lines.line}), i.key, i.ChargePeriodStart, i.ChargePeriodEnd,
            ${amounts.map((a) => `i.${name(a)}`).join(', ')}
       from ${withPart} join part_load l using (part) ${lines.join} where i.state = ${KEPT} and i.BillingPeriodStart = timestamp '${month}'`,
  profiles: (organization: number, meaning: readonly string[]): string =>
    `select ${organization}, profile_key, ${dimensions.map((d: Dimension) => name(d)).join(', ')}, ${meaning.join(', ')}, x_team, slice_key from profile
      where profile_key not in (select profile_key from known_profile)`,
  profileKeys: 'select profile_key from profile',
};

/** Tells DuckDB the load of each part. */
export async function assignLoads(session: Session, loads: readonly number[]): Promise<void> {
  await session.run(
    `create table part_load as select * from (values ${loads.map((id, part) => `(${part}, ${id})`).join(', ')}) t(part, load_id)`,
  );
}

/** An answer out of a file that may have to be mended first, or why there is none in words for who brought it. */
export async function query(session: Session, r: Readable, sql: () => string): Promise<Row[]> {
  return reading(r, () => session.rows(sql())).catch((e) => {
    throw unreadable(e, r);
  });
}

/** DuckDB's complaint about a file, as a sentence about that file. */
function unreadable(e: unknown, { member }: Readable): unknown {
  const message = e instanceof Error ? e.message : String(e);
  if (/Out of Memory|Permission|INTERRUPT|IO Error: No space/i.test(message)) return e;
  if (member.kind === 'parquet')
    return new Refusal(`${member.name} is a damaged Parquet file, so download or export it again: ${complaintAbout(member, e)}`);
  const line = /Line: (\d+)/i.exec(message)?.[1];
  if (/maximum line size|buffer/i.test(message))
    return new Refusal(`${member.name}${line ? `, line ${line}` : ''}: a row is longer than 8 MB. A quote is probably not closed.`);
  if (/CSV Error|Invalid Input/i.test(message))
    return new Refusal(`${member.name}${line ? `, line ${line}` : ''}: ${complaintAbout(member, e)}`);
  return e;
}
