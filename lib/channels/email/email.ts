import { z } from 'zod';
import { defineChannel, type Mail, type Message, type MessageItem } from '../types';
import { escapeHtml } from './escape-html';
import { tableHtml, tableText } from './tables';

const address = z.email('is no e-mail address').max(254);
const words = { info: 'Note', warning: 'Warning', critical: 'Critical' } as const;
const tone = { info: '#5b6470', warning: '#9a6700', critical: '#b42318' } as const;

const timeOf = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

const itemText = (i: MessageItem): string =>
  [
    `${words[i.severity]}: ${oneLineOf(i.title)}${i.state ? ` (${i.state})` : ''}`,
    ...(i.url ? [`  ${i.url}`] : []),
    `  ${smallPrint(i)}`,
  ].join('\n');

const smallPrint = (i: MessageItem): string => [timeOf(i.at), i.freshness].filter((t) => t !== null).join(' · ');

const itemHtml = (i: MessageItem): string => {
  const title = escapeHtml(oneLineOf(i.title));
  return `<li style="margin:0 0 14px"><span style="font-size:13px;font-weight:600;color:${tone[i.severity]}">${words[i.severity]}</span>${i.state ? ` <span style="font-size:13px;color:#5b6470">${escapeHtml(i.state)}</span>` : ''}<br>${
    i.url ? `<a href="${escapeHtml(i.url)}">${title}</a>` : title
  }<br><span style="font-size:13px;color:#5b6470">${escapeHtml(smallPrint(i))}</span></li>`;
};

const oneLineOf = (title: string) => title.replace(/[\r\n]+/g, ' ');

/** The mail: a text part that says everything, and an HTML part that says the same. No images, nothing is loaded from anywhere. */
export function mailOf(m: Message, { from, to }: { from: string; to: string[] }): Mail {
  const oneLine = oneLineOf(m.title);
  const items = m.items ?? [];
  const foot = [m.freshness, `${m.organization} · Headroom`].filter((t): t is string => t !== null);
  const tables = m.tables ?? [];
  const told = items.length ? items.flatMap((i) => [itemText(i), '']).slice(0, -1) : m.facts.map((f) => `${f.label}: ${f.value}`);
  const body = [...told, ...tables.flatMap((t) => [tableText(t), '']).slice(0, -1)];
  const text = [oneLine, '', ...body, ...(m.url ? ['', m.url] : []), '', ...foot].join('\n');
  const rows = m.facts
    .map(
      (f) =>
        `<tr><td style="padding:4px 16px 4px 0;color:#5b6470">${escapeHtml(f.label)}</td><td style="padding:4px 0">${escapeHtml(f.value)}</td></tr>`,
    )
    .join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine)}</title></head>
<body style="font:15px/1.5 system-ui,sans-serif;margin:0;padding:24px"><div style="max-width:560px">
${m.tables ? '' : `<p style="margin:0 0 4px;font-size:13px;font-weight:600;color:${tone[m.severity]}">${words[m.severity]}</p>\n`}<h1 style="font-size:18px;line-height:1.35;margin:0 0 16px">${escapeHtml(oneLine)}</h1>
${items.length ? `<ul style="margin:0;padding:0;list-style:none;font-variant-numeric:tabular-nums">${items.map(itemHtml).join('')}</ul>` : `<table style="border-collapse:collapse;font-variant-numeric:tabular-nums">${rows}</table>`}
${tables.map(tableHtml).join('')}
${m.url ? `<p style="margin:20px 0"><a href="${escapeHtml(m.url)}">${items.length ? 'Open the inbox' : 'Open in Headroom'}</a></p>` : ''}
<p style="margin:20px 0 0;font-size:13px;color:#5b6470">${foot.map(escapeHtml).join('<br>')}</p></div></body></html>`;
  const id = m.id.replace(/[^A-Za-z0-9.-]+/g, '.').slice(0, 120);
  return {
    from,
    to,
    subject: (items.length || m.tables ? `Headroom: ${oneLine}` : `${words[m.severity]}: ${oneLine}`).slice(0, 200),
    text,
    html,
    messageId: `<${id}@headroom>`,
  };
}

/** SMTP, with STARTTLS where the server offers it, or TLS from the first byte. */
export const email = defineChannel({
  kind: 'email',
  title: 'E-mail',
  config: z.object({
    host: z.string().trim().min(1, 'is missing').max(253),
    port: z.coerce.number().int().min(1).max(65_535).default(587),
    secure: z.boolean().default(false),
    user: z.string().max(254).nullable().default(null),
    from: address,
    to: z.array(address).min(1, 'has no recipient').max(50),
  }),
  secret: z.object({ password: z.string().max(1_000).nullable().default(null) }),
  send: (message, { from, to, ...server }, { password }, outside) => outside.mail({ ...server, password }, mailOf(message, { from, to })),
});
