import { AppError } from '../app-error';
import { type FxRate, isCurrencyCode } from './rate';
import { type Cell, days, fault, type RateFile, rateOf } from './rate-cells';

const SOURCE = 'ECB';
const base = 'EUR';

/** `eurofxref.csv` and `eurofxref-hist.csv`: a column for each currency, a line for each day, N/A where none was published, a comma at the end. */
export function readEcbTable(
  header: readonly string[],
  lines: readonly { line: number; cells: readonly string[] }[],
  fileName: string,
): RateFile {
  const quotes = header.slice(1);
  const last = quotes.at(-1) === '' ? quotes.length - 1 : quotes.length;
  quotes.slice(0, last).forEach((quote, i) => {
    const cell = { fileName, line: 1, column: String(i + 2), text: quote };
    if (!isCurrencyCode(quote) || quote === base)
      fault(cell, 'is no currency with a rate to the euro', 'The bank heads its columns USD, JPY and so on.');
    if (quotes.indexOf(quote) !== i) fault(cell, 'heads two columns', 'Take one of them out.');
  });
  const rates = lines.flatMap(({ line, cells }) => {
    if (cells.every((c) => c.trim() === '')) return [];
    const day = days({ fileName, line, column: 'Date', text: (cells[0] ?? '').trim() });
    const beyond = cells.findIndex((c, i) => i > last && c.trim() !== '');
    if (cells.length <= last)
      fault({ fileName, line, column: String(cells.length + 1), text: '' }, 'is where the line breaks off', 'Download the file again.');
    if (beyond > 0)
      fault(
        { fileName, line, column: String(beyond + 1), text: cells[beyond] ?? '' },
        'stands under no currency',
        'Download the file again.',
      );
    return quotes.slice(0, last).flatMap((quote, i): FxRate[] => {
      const text = (cells[i + 1] ?? '').trim();
      if (text === '' || text === 'N/A' || text === '-') return [];
      return [{ base, quote, day, rate: rateOf({ fileName, line, column: quote, text }), source: SOURCE }];
    });
  });
  return { kind: 'ecb', rates };
}

/** `eurofxref-daily.xml`, `-hist-90d.xml`, `-hist.xml`: cubes of a day with cubes of a currency and its rate. Nothing else of XML is read. */
export function readEcbXml(text: string, fileName: string): RateFile {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new AppError('invalid', `${fileName} declares a document type, which rates have no need of.`);
  const rates: FxRate[] = [];
  let day: string | null = null;
  let line = 1;
  let read = 0;
  for (const tag of text.matchAll(/<(?:\w+:)?Cube\b([^<>]*)>/g)) {
    line += text.slice(read, tag.index).split('\n').length - 1;
    read = tag.index;
    const attributes = tag[1] ?? '';
    const said = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
        .exec(attributes)
        ?.slice(1)
        .find((v) => v !== undefined);
    const cell = (column: string, value: string): Cell => ({ fileName, line, column, text: value.trim() });
    const [time, quote, rate] = [said('time'), said('currency'), said('rate')];
    if (time !== undefined) day = days(cell('time', time));
    if (quote === undefined && rate === undefined) continue;
    if (quote === undefined || !isCurrencyCode(quote) || quote === base)
      fault(cell('currency', quote ?? ''), 'is no currency', 'Download the file again.');
    if (day === null) fault(cell('rate', rate ?? ''), 'stands under no day', 'Download the file again.');
    rates.push({ base, quote, day, rate: rateOf(cell('rate', rate ?? '')), source: SOURCE });
  }
  if (rates.length === 0)
    throw new AppError('invalid', `${fileName} is no file of reference rates: no <Cube currency="…" rate="…"> stands in it.`);
  return { kind: 'ecb', rates };
}
