import { parseFilters } from '../../costs/cost-query';
import { addDays, type Day, daysBetween, earlier, later } from '../../time/days';
import type { RuleOf } from '../rules';
import type { RuleFacts, SourceHistory, Told } from './facts';

/** So many days after a source became late it is still told: an old file that was loaded for its history is not late. */
const NEWS_DAYS = 7;

/** Sources that fell silent for more days than the limit, once for each silence. */
export const tellLateSources = (rule: RuleOf<'source-late'>, facts: RuleFacts): Told[] =>
  facts.sources.filter((s) => passes(rule, s)).flatMap((s) => silences(s).flatMap((silence) => late(rule, s, silence, facts) ?? []));

const passes = (rule: RuleOf<'source-late'>, { provider }: SourceHistory) =>
  parseFilters(rule.filter).every((f) => f.values.includes(provider) !== f.exclude);

interface Silence {
  /** The day after the last one that was there. */
  completeTo: Day;
  /** When it was loaded. */
  since: Day;
  /** When something newer came; null while nothing has. */
  ended: Day | null;
}

/** The stretches in which nothing newer came. */
function silences({ loads }: SourceHistory): Silence[] {
  const found: Silence[] = [];
  for (const { at, completeTo } of [...loads].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const last = found.at(-1);
    if (last && completeTo <= last.completeTo) continue;
    if (last) last.ended = at;
    found.push({ completeTo, since: at, ended: null });
  }
  return found;
}

function late(
  { days, severity, filter, name }: RuleOf<'source-late'>,
  source: SourceHistory,
  silence: Silence,
  { today }: RuleFacts,
): Told | null {
  const { completeTo, since, ended } = silence;
  const day = later(addDays(completeTo, days + 1), since);
  const until = addDays(completeTo, days + NEWS_DAYS);
  if (day > until || day > today || (ended !== null && ended <= day)) return null;
  const silent = daysBetween(completeTo, earlier(today, ended ?? today));
  return {
    event: `source ${source.id} late ${completeTo}`,
    day,
    until,
    draft: {
      kind: 'source',
      severity,
      title: `${source.name}: nothing after ${addDays(completeTo, -1)}, a newer export is due.`,
      facts: [
        { label: 'Last day', value: addDays(completeTo, -1) },
        { label: 'Silent for', value: `${silent} days; late after ${days}` },
        { label: 'Last load', value: since },
        ...(filter.length ? [{ label: 'Rule', value: name }] : []),
      ],
      link: '/sources?tab=sources',
      dataCompleteTo: completeTo,
    },
  };
}
