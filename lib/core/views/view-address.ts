import { askFaults } from '../explore/ask-faults';
import { quoted } from '../explore/filter-fault';
import { groupSorts } from '../explore/group-order';
import { exploreMarks } from '../explore/measures';
import { rawOf } from '../input/address';
import { isKeepable } from '../text/keepable';
import { costTabs, notUnderstood } from './cost-address';

const example = '/costs?by=model';

/** How a page shows an answer, in the words of its address. */
const shown = {
  tab: costTabs,
  mark: exploreMarks,
  sort: groupSorts,
  forecast: ['1'],
  draw: null,
  page: null,
  charge: null,
  view: null,
} as const;

/**
 * Why this is no address of Costs that could be kept, in words for whoever wrote it; null where all of it is understood. What is kept is read by others,
 * who would take another question for the one that was meant.
 */
export function viewAddressFault(text: string): string | null {
  const site = /^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}[^/\\?#]*|^[a-z][a-z\d+.-]*:/i.exec(text)?.[0];
  if (site !== undefined)
    return `${quoted(site)} is not kept: a view is an address of Costs in this installation. Write it from its path on, like ${example}.`;
  if (text.includes('#'))
    return `${quoted(text.slice(text.indexOf('#')))} is no part of a question: leave it out, or write %23 where a value holds that sign.`;
  const [path, query] = text.includes('?') ? [text.slice(0, text.indexOf('?')), text.slice(text.indexOf('?') + 1)] : parted(text);
  if (!/^(?:\/?costs\/?)?$/.test(path)) return `${quoted(path)} is no address of Costs. A view is written like ${example}.`;
  const raw = rawOf(query);
  if (!Object.entries(raw).flat(2).every(isKeepable)) return 'It holds the character NUL or half a character, which no field can keep.';
  const faults = askFaults(raw, shown);
  if (faults.length > 0) return faults.map(({ word, message }) => `${quoted(word).slice(1, -1)}: ${message}`).join(' ');
  const [left] = notUnderstood(raw);
  return left === undefined ? null : `${quoted(left)} is not understood.`;
}

/** What has no question mark is a path or the words of a question. */
const parted = (text: string): [string, string] => (/^\/|^costs$/.test(text) ? [text, ''] : ['', text]);
