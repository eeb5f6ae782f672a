'use client';

import Link from 'next/link';
import { Dialog } from '@/components/ui/dialog';
import { resultWords, whenWords } from '@/lib/core/allocation/rule-words';
import type { AllocationRule } from '@/lib/core/allocation/types';
import type { ShowbackLine } from '@/lib/services/allocation/showback';
import { Amount } from './amount';
import { count, isNothing } from './figures';

interface WhyProps {
  line: ShowbackLine;
  rules: readonly AllocationRule[];
  ruleHref: (rule: number) => string;
  /** Its own charges on Costs. */
  chargesHref: string;
  onClose: () => void;
}

/** The rules and shares that led to a total, with the way to each rule and to the charges. */
export function Why({ line, rules, ruleHref, chargesHref, onClose }: WhyProps) {
  const ruleOf = (id: number) => rules.find((r) => r.id === id);
  const reasons = [
    ...line.byRule.map((r) => {
      const rule = ruleOf(r.rule);
      const at = rule ? rules.indexOf(rule) + 1 : 0;
      return {
        key: `rule ${r.rule}`,
        href: rule ? ruleHref(r.rule) : null,
        title: rule ? `Rule ${at}` : r.rule === 0 ? 'The team of its tags' : 'No rule',
        words: rule
          ? `Gives ${resultWords(rule)} where ${whenWords(rule)}`
          : r.rule === 0
            ? 'No rule is written, so that the tags decide'
            : 'No rule matches these charges',
        amount: r.amount,
      };
    }),
    ...line.shares.map((s) => ({
      key: `share ${s.pool}`,
      href: null,
      title: s.pool,
      words: `Carried of shared costs, ${s.words}`,
      amount: s.amount,
    })),
    ...(isNothing(line.passedOn)
      ? []
      : [{ key: 'passed', href: null, title: 'Passed on', words: 'Others carry this part of it', amount: line.passedOn }]),
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={line.target === null ? 'Why is this unallocated?' : `Why is this ${line.target}'s?`}
      description="Rules and shares that led to this total."
    >
      <ul className="grid text-13" aria-label="Reasons">
        {reasons.map((r) => (
          <li key={r.key} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
            <span className="min-w-0">
              <strong className="block font-strong">
                {r.href === null ? (
                  r.title
                ) : (
                  <Link href={r.href} className="link">
                    {r.title}
                  </Link>
                )}
              </strong>
              <span className="break-words text-ink-2">{r.words}</span>
            </span>
            <Amount amount={r.amount} currency={line.currency} />
          </li>
        ))}
        <li className="flex justify-between gap-4 py-2 font-strong">
          <span>Total</span>
          <Amount amount={line.total} currency={line.currency} />
        </li>
      </ul>
      {line.charges > 0 && (
        <p className="pt-2 text-13">
          <Link href={chargesHref} className="link">
            Its own {line.charges === 1 ? 'charge' : `${count(line.charges)} charges`} on Costs
          </Link>
        </p>
      )}
    </Dialog>
  );
}
