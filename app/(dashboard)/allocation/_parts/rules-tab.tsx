import { Panel } from '@/components/ui/panel';
import { editionOfDimension } from '@/lib/core/allocation/editions';
import type { AllocationDimension } from '@/lib/core/allocation/types';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { AllocationView as Settings } from '@/lib/services/allocation/settings';
import type { RuleFigure } from '@/lib/services/allocation/showback';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { DimensionDialog } from './dimension-dialog';
import { FileDialog } from './file-dialog';
import { RuleList } from './rule-list';
import { SynonymsPanel } from './synonyms-panel';
import type { AllocationView } from './view';

interface RulesTabProps {
  dimension: AllocationDimension;
  settings: Settings;
  figures: readonly RuleFigure[];
  tagKeys: readonly TagKeyCost[];
  values: readonly string[];
  view: AllocationView;
  currency: string;
  mayWrite: boolean;
}

/** The rules of a dimension in their order, with what each takes of the period. */
export function RulesTab({ dimension, settings, figures, tagKeys, values, view, currency, mayWrite }: RulesTabProps) {
  return (
    <>
      <Panel
        className="border-t-0 pt-0"
        title={`Rules for ${inSentence(dimension.title)}`}
        note="The first rule from above that matches a charge on its day decides. A change counts for the past too; no stored charge changes."
        actions={
          mayWrite && (
            <>
              <FileDialog edition={settings.editions.all} />
              <DimensionDialog dimension={dimension} dimensions={settings.dimensions} editions={settings.editions} />
            </>
          )
        }
      >
        <RuleList
          key={dimension.key}
          dimension={dimension}
          authors={settings.authors}
          {...{ figures, tagKeys, values, currency, view, mayWrite }}
          version={settings.version}
          edition={editionOfDimension(settings.editions, dimension.key)}
        />
      </Panel>
      <SynonymsPanel synonyms={settings.synonyms} edition={settings.editions.synonyms} tagKeys={tagKeys} mayWrite={mayWrite} />
    </>
  );
}
