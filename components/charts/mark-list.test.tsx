import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { flagId, MarkList } from './mark-list';
import { type ChartMark, placeMarks } from './prepare/chart-marks';

const note = (day: string, label: string): ChartMark => ({
  ...{ key: `note-${label}`, from: day, to: `2026-11-${String(Number(day.slice(8)) + 1).padStart(2, '0')}`, direction: null },
  ...{ label, href: null, by: 'Ada', isNote: true },
});
const bars = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day, i) => ({ day, to: `2026-11-0${i + 2}` }));

test('of one flag the first five are told, and how many more the table has', () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ ...note('2026-11-02', `Moved ${i}`), isNote: false }));
  const html = renderToStaticMarkup(<MarkList marks={placeMarks(bars, many)} title="What is marked" />);
  expect([...html.matchAll(/Moved (\d)/g)].map(([, n]) => n)).toEqual(['0', '1', '2', '3', '4']);
  expect(html).toContain('3 more, told in the table');
  const notes = placeMarks(bars, [...many, ...many.map((m) => ({ ...m, isNote: true }))]);
  expect(renderToStaticMarkup(<MarkList marks={notes} title="What is marked" />)).toContain('8 more'); // people's own words are all told
  expect(renderToStaticMarkup(<MarkList marks={placeMarks(bars, many.slice(3))} title="What is marked" />)).not.toContain('more');
});

test('two notes of one day stand behind one number, the one of their flag, and each has its own actions', () => {
  const marks = placeMarks(bars, [note('2026-11-03', 'Later'), note('2026-11-02', 'Moved'), note('2026-11-02', 'And back')]);
  const html = renderToStaticMarkup(
    <MarkList marks={marks} title="What is marked" actions={(m) => <button type="button">Edit {m.label}</button>} />,
  );
  const items = html.split(/(?=<li id=")/).slice(1);
  expect(items.map((item) => /^<li id="([^"]+)"/.exec(item)?.[1])).toEqual(marks.map(flagId));
  expect(items.map((item) => [...item.matchAll(/>(\d+)<\/span>/g)].map(([, n]) => n))).toEqual([['1'], ['2']]);
  expect([...(items[0] ?? '').matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(([, words]) => words)).toEqual(['Moved', 'Ada', 'And back', 'Ada']);
  expect((items[0] ?? '').match(/<button/g)).toHaveLength(2);
  expect(items[1]).toContain('Later');
});
