import type { ViewDraft } from '../views/view-draft';
import type { PanelWidth } from './panel-widths';
import type { Panel } from './panels';

export const templates = {
  empty: 'Empty',
  finance: 'Finance: spend, budgets and contracts',
  engineering: 'Engineering: models, tokens and cost per task',
  education: 'University or school: who uses it, for what, within which limits',
} as const;
export type Template = keyof typeof templates;

/** What an organisation has to build from, the most important first. */
export interface Stock {
  budgets: readonly string[];
  agreements: readonly string[];
  taskTypes: readonly string[];
  /** What costs are grouped by to say whose they are: an allocation, else the team tag. */
  owner: string;
}

type ViewAsk = Pick<ViewDraft, 'name' | 'address'> & { as: 'chart' | 'figure'; width: PanelWidth };
export type Plan = ({ kind: 'view' } & ViewAsk) | Panel;

/** The panels of a template for what there is. Views are asked for by what they say; whoever makes the dashboard saves them. */
export function planOf(template: Template, stock: Stock): Plan[] {
  const view = (name: string, address: string, width: PanelWidth, as: 'chart' | 'figure' = 'chart'): Plan => ({
    kind: 'view',
    name,
    address,
    width,
    as,
  });
  const budgets = (most: number) =>
    stock.budgets.slice(0, most).map((budget, i): Plan => ({ id: `budget-${i}`, width: 6, kind: 'budget', budget }));
  const agreements = (most: number) =>
    stock.agreements.slice(0, most).map((agreement, i): Plan => ({ id: `agreement-${i}`, width: 6, kind: 'agreement', agreement }));
  const units = (most: number) =>
    stock.taskTypes.slice(0, most).map((taskType, i): Plan => ({ id: `unit-${i}`, width: 3, kind: 'unit', taskType }));
  const words = (text: string): Plan => ({ id: 'words', width: 12, kind: 'text', text });
  switch (template) {
    case 'empty':
      return [];
    case 'finance':
      return [
        words(
          'What AI costs, against what was planned and agreed. Effective cost, as the bills say it; a month that is not over is compared with the same days before.',
        ),
        view('Spend this month', 'by=provider', 4, 'figure'),
        view('Spend last month', 'period=last-month&by=provider', 4, 'figure'),
        view('Credits and refunds, 12 months', 'period=12m&by=provider&without=usage,amortized,purchase,tax,adjustment', 4, 'figure'),
        view('Spend by provider, 12 months', 'period=12m&by=provider&bin=month', 8),
        view('This month by owner', `by=${stock.owner}`, 4),
        ...budgets(4),
        ...agreements(4),
      ];
    case 'engineering':
      return [
        view('Tokens, 30 days', 'period=30d&by=model&measure=tokens', 4, 'figure'),
        view('AI spend, 30 days', 'period=30d&by=model&f=ai:true', 4, 'figure'),
        view('Cost per 1M tokens, 30 days', 'period=30d&by=none&measure=per-million', 4, 'figure'),
        view('Spend by model, 30 days', 'period=30d&by=model&f=ai:true', 6),
        view('Tokens by model, 30 days', 'period=30d&by=model&measure=tokens', 6),
        ...units(4),
        view('Spend by owner, 90 days', `period=90d&by=${stock.owner}&bin=week`, 12),
      ];
    case 'education':
      return [
        words('Which faculties and teams use AI, what for, and how much of the agreed money is left. Names of people do not appear here.'),
        view('This term so far', 'period=90d&by=none', 4, 'figure'),
        view('Spend this month', 'by=provider', 4, 'figure'),
        view('Tokens, 90 days', 'period=90d&by=vendor&measure=tokens', 4, 'figure'),
        view('Spend by owner, 90 days', `period=90d&by=${stock.owner}&bin=week`, 8),
        view('By vendor of the model', 'period=90d&by=vendor&f=ai:true&bin=week', 4),
        ...budgets(4),
        ...agreements(2),
        ...units(4),
      ];
  }
}
