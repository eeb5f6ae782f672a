import { isolated, visible } from '../../../lib/core/text/visible';
import { type LegendEntry, type Measure, type PlacedEntry, placeLegend, shortened, wrapped } from './layout';

/** All that a picture says. Colours are ready to be drawn; nothing in it needs a stylesheet, a font or an address. */
export interface PictureParts {
  title: string;
  /** Of when it is and in which currency: the line under the title. */
  about: string;
  summary: string;
  /** What is hatched, what the numbers in the drawing stand for. */
  notes: readonly string[];
  legend: readonly LegendEntry[];
  footer: { left: string; right: string };
  /** The drawing: a whole <svg> element of this size. */
  drawing: { markup: string; width: number; height: number };
  colours: { ground: string; ink: string; ink2: string; ink3: string; line: string };
}

/** Fonts that a machine has by itself, in the order of the pages. */
export const fontStack = "Geist, 'Geist Sans', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

const MARGIN = 24;
const NARROWEST = 420;
const LEGEND_LINE = 20;

/** The picture as SVG, and how large it is. */
export function pictureSvg(parts: PictureParts, measure: Measure): { svg: string; width: number; height: number } {
  const inner = Math.max(NARROWEST, Math.ceil(parts.drawing.width));
  const { colours } = parts;
  const written: string[] = [];
  let y = MARGIN;
  const text = (words: string, x: number, at: number, { size, colour, weight = 400, end = false }: Style) =>
    `<text x="${x}" y="${at}" font-size="${size}" font-weight="${weight}" fill="${colour}"${end ? ' text-anchor="end"' : ''}>${escaped(words)}</text>`;
  const paragraph = (words: string, style: Style, leading: number) => {
    for (const line of wrapped(said(words), inner, (t) => measure(t, style.size))) {
      y += leading;
      written.push(text(line, MARGIN, y - Math.round(leading * 0.3), style));
    }
  };
  paragraph(parts.title, { size: 16, colour: colours.ink, weight: 550 }, 22);
  paragraph(parts.about, { size: 13, colour: colours.ink2 }, 20);
  paragraph(parts.summary, { size: 13, colour: colours.ink2 }, 20);
  y += 12;
  written.push(`<g transform="translate(${MARGIN} ${y})">${parts.drawing.markup}</g>`);
  y += Math.ceil(parts.drawing.height) + 12;

  const legend = placeLegend(
    parts.legend.map((e) => ({ ...e, label: said(e.label) })),
    inner,
    (t) => measure(t, 12),
  );
  const hatches = legend.filter((e) => e.hatched).map((e) => hatch(e.colour));
  for (const entry of legend) written.push(legendOf(entry, y, colours));
  if (legend.length > 0) y += ((legend.at(-1)?.line ?? 0) + 1) * LEGEND_LINE + 4;

  for (const note of parts.notes) paragraph(note, { size: 12, colour: colours.ink2 }, 18);
  y += 14;
  written.push(`<rect x="${MARGIN}" y="${y}" width="${inner}" height="1" fill="${colours.line}"/>`);
  const small = { size: 12, colour: colours.ink3 };
  const room = inner - measure(parts.footer.right, 12) - 24;
  written.push(
    text(
      shortened(said(parts.footer.left), room, (t) => measure(t, 12)),
      MARGIN,
      y + 20,
      small,
    ),
  );
  written.push(text(parts.footer.right, MARGIN + inner, y + 20, { ...small, end: true }));
  const [width, height] = [inner + 2 * MARGIN, y + 20 + MARGIN - 8];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(fontStack)}" style="font-variant-numeric:tabular-nums">`,
    `<title>${escaped(parts.title)}</title><desc>${escaped(`${parts.about} ${parts.summary}`)}</desc>`,
    hatches.length > 0 ? `<defs>${[...new Set(hatches)].join('')}</defs>` : '',
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...written,
    '</svg>',
  ].join('');
  return { svg, width, height };
}

interface Style {
  size: number;
  colour: string;
  weight?: number;
  end?: boolean;
}

function legendOf(
  { label, value, colour, hatched, x: own, line }: PlacedEntry,
  top: number,
  { ink, ink2 }: PictureParts['colours'],
): string {
  const [x, y] = [MARGIN + own, top + line * LEGEND_LINE];
  const fill = hatched ? `url(#${hatchId(colour)})` : colour;
  const total = value ? `<tspan dx="6" fill="${ink}">${escaped(value)}</tspan>` : '';
  return `<rect x="${x}" y="${y + 3}" width="10" height="10" rx="2" fill="${fill}"/><text x="${x + 16}" y="${y + 12}" font-size="12" fill="${ink2}">${escaped(label)}${total}</text>`;
}

const hatchId = (colour: string): string => `legend-${colour.replace(/[^\w]/g, '')}`;
const hatch = (colour: string): string =>
  `<pattern id="${hatchId(colour)}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="${colour}" fill-opacity="0.2"/><rect width="1.4" height="4" fill="${colour}"/></pattern>`;

/** Every character can be seen, and what is written from right to left turns nothing around it. */
const said = (text: string): string => isolated(visible(text.replace(/[\u2066-\u2069]/g, '')));

/** What XML cannot hold becomes a mark, as a browser draws it. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
export const possible = (markup: string): string => markup.replace(impossible, '\ufffd');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => possible(text).replace(/[&<>"]/g, (c) => entities[c] ?? c);
