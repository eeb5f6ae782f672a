import { name, quote, type Session } from './duckdb/session';
import type { Recognition } from './pipeline';
import { columnsOf, lineMapOf, linesIn, reading } from './read';
import { Refusal } from './refusal';

export interface ContractCommitmentRow {
  line: number;
  columns: Record<string, string | null>;
}

/** Rows of FOCUS' Contract Commitment dataset as they are written, with the days they span. They are few: one per commitment. */
export async function stageContractCommitments(
  session: Session,
  { members }: Recognition,
): Promise<{ rows: ContractCommitmentRow[]; from: string; to: string }> {
  const rows: ContractCommitmentRow[] = [];
  let [from, to] = ['9999-12-31', '0001-01-01'];
  for (const { readable } of members) {
    const c = columnsOf(readable.written, readable.written.length, 'iso');
    const pairs = readable.written.map((w, i) => `${quote(w)}: c${i}`).join(', ');
    const day = (column: string) => `try_cast(${c.ref(column)} as timestamptz)::timestamp`;
    const found = await reading(readable, () =>
      session.rows<{ j: string; a: string | null; b: string | null }>(
        `select to_json({${pairs}})::varchar as j, ${day('contractcommitmentperiodstart')}::date::varchar as a,
              ${c.ref('contractcommitmentperiodend') ? `(${day('contractcommitmentperiodend')} + interval 1 day - interval 1 microsecond)::date::varchar` : 'null'} as ${name('b')} from ${readable.relation}`,
      ),
    );
    const torn = readable.mended?.rejects[0];
    if (torn) throw new Refusal(`${readable.member.name}, line ${torn.line}: ${torn.reason}.`);
    const lines = await lineMapOf(readable, linesIn(readable), found.length);
    for (const [i, r] of found.entries()) {
      const line = lines.lineOf(i);
      if (!r.a) throw new Refusal(`${readable.member.name}, line ${line}: ContractCommitmentPeriodStart is no date.`);
      rows.push({ line, columns: JSON.parse(r.j) });
      if (r.a < from) from = r.a;
      if ((r.b ?? r.a) > to) to = r.b ?? r.a;
    }
  }
  return { rows, from, to };
}
