import type { MessageTable } from '../types';
import { escapeHtml } from './escape-html';

/** Words and figures for those who read mail as text. */
export const tableText = ({ title, note, head, rows }: MessageTable): string =>
  [title, note, ...(rows.length ? [head.join(' | '), ...rows.map((row) => row.join(' | '))] : [])].filter((line) => line !== '').join('\n');

const cell = (text: string, i: number, tag: 'td' | 'th') =>
  `<${tag} style="padding:3px ${i === 0 ? '16px 3px 0' : '0 3px 16px'};text-align:${i === 0 ? 'left' : 'right'};font-weight:${tag === 'th' ? '400;color:#5b6470' : '400'};border-bottom:1px solid #d9dde2;white-space:nowrap">${escapeHtml(text)}</${tag}>`;
const row = (cells: readonly string[], tag: 'td' | 'th') => `<tr>${cells.map((text, i) => cell(text, i, tag)).join('')}</tr>`;

/** The same with lines and columns. Its look is in the mail, for nothing is loaded from anywhere. */
export const tableHtml = ({ title, note, head, rows }: MessageTable): string =>
  `${title ? `<h2 style="font-size:15px;margin:24px 0 2px">${escapeHtml(title)}</h2>` : ''}${
    note ? `<p style="margin:0 0 8px;font-size:13px;color:#5b6470;white-space:pre-line">${escapeHtml(note)}</p>` : ''
  }${
    rows.length
      ? `<table style="border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums"><thead>${row(head, 'th')}</thead><tbody>${rows.map((r) => row(r, 'td')).join('')}</tbody></table>`
      : ''
  }`;
