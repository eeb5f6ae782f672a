import { Panel } from '@/components/ui/panel';
import type { TaskRule } from '@/lib/core/usage/task-rules';
import { RuleEditor } from './rule-editor';
import { ruleWords } from './rule-words';

/** The rules that say what a call was for. Whoever may not change them reads them. */
export function RulesTab({ rules, mayWrite }: { rules: readonly TaskRule[]; mayWrite: boolean }) {
  return (
    <Panel
      className="border-t-0 pt-0"
      title="What a call was for"
      note="Asked from above; the first rule whose every condition holds gives the name. What no rule names keeps the name it was sent with. A change names the past as well."
    >
      {mayWrite ? (
        <RuleEditor rules={rules} />
      ) : rules.length === 0 ? (
        <p className="text-13 text-ink-2">There is no rule: tasks are called what their events say.</p>
      ) : (
        <ol className="grid max-w-4xl border-line border-t text-13">
          {rules.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is what they are
            <li key={i} className="border-line border-b py-2">
              <strong className="font-strong">{r.taskType}</strong> <span className="text-ink-2">{ruleWords(r)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
