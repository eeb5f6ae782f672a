/** What a file may do to this machine. Every message about a limit names the limit and the size. */
export const limits = {
  /** All members of one upload, unpacked. */
  unpackedBytes: 200 * 1024 ** 3,
  /** Past this many bytes, a packed file may not grow by more than `ratio`. Billing exports grow 7 to 60 times. */
  ratioFreeBytes: 256 * 1024 ** 2,
  ratio: 250,
  members: 2_000,
  columns: 2_000,
  /** One record of a CSV file. */
  recordBytes: 8 * 1024 ** 2,
  /** A JSON document is read as a whole. */
  jsonBytes: 256 * 1024 ** 2,
  /** Texts of a workbook that its cells point to; they are held in memory. */
  sharedTextBytes: 128 * 1024 ** 2,
  /** Rejected rows that are kept with their text. */
  rejectRows: 10_000,
  /** Their text, all together. */
  rejectBytes: 32 * 1024 ** 2,
} as const;

export const inWords = (bytes: number): string => {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
};
