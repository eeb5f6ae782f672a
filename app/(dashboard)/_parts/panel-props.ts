import type { Overview } from '@/lib/core/costs/overview';
import type { CostLinks } from './links';

/** What each panel in one currency is given. */
export interface PanelProps {
  data: Overview;
  currency: string;
  links: CostLinks;
  /** Old figures, while new ones load. */
  dimmed: boolean;
}
