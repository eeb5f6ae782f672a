import { hrefOf } from './cost-view';

interface WhatIfLink {
  from: string;
  to: string;
  task?: string | null;
  team?: string | null;
  model?: string | null;
  a: readonly string[];
}

/** From figures to what the same work would have cost elsewhere: the same days, the same scope, and what is assumed. */
export const whatIfLink = ({ from, to, task = null, team = null, model = null, a }: WhatIfLink): string =>
  hrefOf('/what-if', [
    ['from', from],
    ['to', to],
    ['task', task],
    ['team', team],
    ['model', model],
    ...a.map((text): [string, string] => ['a', text]),
  ]);
