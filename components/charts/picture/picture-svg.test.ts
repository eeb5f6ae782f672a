import { expect, test } from 'vitest';
import { type PictureParts, pictureSvg, possible } from './picture-svg';

const measure = (text: string, size: number) => text.length * size * 0.55;
const parts = (more: Partial<PictureParts> = {}): PictureParts => ({
  title: 'Effective cost per day, by team',
  about: 'USD, 1–21 November 2026 (UTC)',
  summary: '4,210.50 USD from 1 Nov to 21 Nov.',
  notes: [],
  legend: [],
  footer: { left: 'Northwind', right: 'Headroom, 22 November 2026' },
  drawing: { markup: '<svg width="600" height="260"/>', width: 600, height: 260 },
  colours: { ground: '#fcfbf9', ink: '#111111', ink2: '#444444', ink3: '#777777', line: '#dddddd' },
  ...more,
});
const texts = (svg: string) => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)(?=<)/g)].map((m) => m[1]);

test('a picture says what it shows, of when, in what, by whom, and when it was drawn', () => {
  const { svg, width } = pictureSvg(parts({ legend: [{ label: 'Search', value: '1.2k', colour: '#0a58ca' }] }), measure);
  expect(width).toBe(648);
  expect(texts(svg)).toEqual([
    'Effective cost per day, by team',
    'USD, 1–21 November 2026 (UTC)',
    '4,210.50 USD from 1 Nov to 21 Nov.',
    'Search',
    '1.2k',
    'Northwind',
    'Headroom, 22 November 2026',
  ]);
  expect(svg).toContain('fill="#0a58ca"');
});

test('names are letters, whatever is in them', () => {
  const legend = ['<script>alert(1)</script>', 'R&D "north"', 'צוות מחקר', 'a\u0000b\u202ec', '\ud800'].map((label) => ({
    label,
    colour: '#123456',
  }));
  const { svg } = pictureSvg(parts({ title: 'A <b> & "c"', legend }), measure);
  expect(texts(svg)).toEqual(
    expect.arrayContaining([
      'A &lt;b&gt; &amp; &quot;c&quot;',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      'R&amp;D &quot;north&quot;',
      '\u2068צוות מחקר\u2069',
      'a⟨0000⟩b⟨202E⟩c',
      '\ufffd',
    ]),
  );
  expect(possible(svg)).toBe(svg);
});

test('what is hatched on the page is hatched in the picture, and nothing points outside of it', () => {
  const { svg } = pictureSvg(parts({ legend: [{ label: 'Unclassified', colour: '#888888', hatched: true }] }), measure);
  expect(svg).toContain('fill="url(#legend-888888)"');
  expect(svg).toContain('<pattern id="legend-888888"');
  expect(svg).not.toMatch(/var\(|href|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
});

test('every line of a long legend is within the picture', () => {
  const legend = Array.from({ length: 10 }, (_, i) => ({ label: `${'A very long name of a team '.repeat(6)}${i}`, colour: '#123456' }));
  const { svg, height } = pictureSvg(parts({ legend }), measure);
  const ys = [...svg.matchAll(/<text[^>]* y="(\d+)"/g)].map((m) => Number(m[1]));
  expect(Math.max(...ys)).toBeLessThan(height);
  expect(texts(svg).filter((t) => t?.includes('…'))).toHaveLength(10);
});
