import { type CostView, hrefOf } from '@/components/filters/cost-view';
import { costsSearch } from '@/lib/client/costs';

/** Words that group and compare: charges are neither. */
const ofGroups: ReadonlySet<string> = new Set(['by', 'by2', 'bin', 'compare']);

/** The call that answers what is on screen, for a terminal, in the words of the page's own question. Its token is a variable there. */
export function curlLine(view: CostView, origin: string): string {
  const words = [...new URLSearchParams(costsSearch(view))];
  const [path, asked] =
    view.tab === 'charges'
      ? ['charges', [...words.filter(([word]) => !ofGroups.has(word)), ['page', String(view.page)] satisfies [string, string]]]
      : [view.tab === 'why' ? 'costs/why' : 'costs', words];
  return `curl -H "Authorization: Bearer $HEADROOM_TOKEN" ${shellQuoted(hrefOf(`${origin}/api/v1/${path}`, asked))}`;
}

/** One word of a POSIX shell, whatever it holds: between single quotes all is as it stands but a single quote. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
