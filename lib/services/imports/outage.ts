const AGAIN = 'Nothing of the file counts';

/**
 * Why an import ended that is no fault of its file, in a sentence: a full disk, a database that went away, too little memory. The engines tell it
 * by code or only in words (PostgreSQL's SQLSTATE 53100, 57P01 to 57P03 and 08…; Prisma's P1001; Node's ENOSPC; DuckDB's messages).
 */
export const outageSentence = (e: unknown): string => outageOf(e) ?? `The import failed on our side. ${AGAIN}; try it again.`;

/** The same; null for what is no outage but a bug. */
export function outageOf(e: unknown): string | null {
  const { code = '', message = String(e) } = (e ?? {}) as { code?: string; message?: string };
  const says = (codes: RegExp, words: RegExp) => codes.test(code) || words.test(message);
  if (says(/^(ENOSPC|EDQUOT|53100)$/, /no space left|disk is full|disk full|could not extend file/i))
    return `The disk is full: the one of HEADROOM_HOME, or the database's. ${AGAIN}; make room and try it again.`;
  if (
    says(
      /^(57P0[123]|08\w{3}|P10(01|02|08|17)|ECONNRESET|ECONNREFUSED|EPIPE)$/,
      /connection terminated|terminating connection|server closed|Connection ended/i,
    )
  )
    return `The database went away in the middle. ${AGAIN}; try it again when it is back.`;
  if (says(/^53200$/, /out of memory/i))
    return `There was too little memory. ${AGAIN}; give HEADROOM_IMPORT_MEMORY more, or split the file, and try it again.`;
  return null;
}
