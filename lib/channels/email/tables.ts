import type { MessageTable } from '../types';
import { escapeHtml } from './escape-html';

/** Words and figures for those who read mail as text. */
export const tableText = ({ title, note, head, rows }: MessageTable): string =>
  [title, note, ...(rows.length && head.length ? [head.join(' | ')] : []), ...rows.map((row) => row.join(' | '))]
    .filter((line) => line !== '')
    .join('\n');

const cell = (text: string, i: number, tag: 'td' | 'th', isTotal = false) => {
  const place =
    i === 0
      ? 'padding:3px 16px 3px 0;text-align:left;overflow-wrap:anywhere'
      : 'padding:3px 0 3px 16px;text-align:right;white-space:nowrap';
  const weight = tag === 'th' ? '400;color:#5b6470' : isTotal ? '600' : '400';
  return `<${tag} style="${place};font-weight:${weight};border-bottom:1px solid #d9dde2;vertical-align:top">${escapeHtml(text)}</${tag}>`;
};
const row = (cells: readonly string[], tag: 'td' | 'th', isTotal = false) =>
  `<tr>${cells.map((text, i) => cell(text, i, tag, isTotal)).join('')}</tr>`;

/** The same with lines and columns. Its look is in the mail, for nothing is loaded from anywhere. */
export const tableHtml = ({ title, note, head, rows, totals = [] }: MessageTable): string =>
  `${title ? `<h2 style="font-size:15px;margin:24px 0 2px">${escapeHtml(title)}</h2>` : ''}${
    note ? `<p style="margin:${title ? '0' : '24px'} 0 8px;font-size:13px;color:#5b6470;white-space:pre-line">${escapeHtml(note)}</p>` : ''
  }${
    rows.length
      ? `<table style="border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums">${
          head.length ? `<thead>${row(head, 'th')}</thead>` : ''
        }<tbody>${rows.map((r, i) => row(r, 'td', totals.includes(i))).join('')}</tbody></table>`
      : ''
  }`;
