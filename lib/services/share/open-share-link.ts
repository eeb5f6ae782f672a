import { hashOfToken } from '../../auth/token';
import type { Actor } from '../../core/access/actor';
import type { PanelAnswer } from '../../core/dashboards/answer';
import { specOf } from '../../core/dashboards/panel-spec';
import { type Panel, Panels } from '../../core/dashboards/panels';
import { exploreMeasures } from '../../core/explore/measures';
import { addressOf, viewOf } from '../../core/views/cost-address';
import { findAnyDashboard } from '../../db/records/dashboards';
import { findAnyView } from '../../db/records/saved-views';
import { findShareLink, touchShareLink } from '../../db/records/share-links';
import { answerOrReason } from '../dashboards/answer-panel';

/** What somebody who holds a link may see: one title, one set of figures. */
export interface SharedPage {
  organizationName: string;
  title: string;
  sharedByName: string;
  until: string;
  panels: { panel: Panel; answer: PanelAnswer }[];
}

/** So often the time of use is written at most. */
const SEEN_EVERY_MS = 60_000;

/**
 * The token is the permission, for what it was made for and nothing else: figures are worked out here, as a viewer, and no other door knows it.
 * Null where it opens nothing. Whether it was never made, has expired, was withdrawn, or showed what is gone, is nobody's business without an account.
 */
export async function openShareLink(token: string, now: Date): Promise<SharedPage | null> {
  const link = /^hs_[\w-]{43}$/.test(token) ? await findShareLink(hashOfToken(token)) : null;
  if (!link || link.revokedAt || link.expiresAt <= now) return null;
  const { organizationId, organizationName, targetId } = link;
  const target = link.kind === 'view' ? await findAnyView(organizationId, targetId) : await findAnyDashboard(organizationId, targetId);
  if (!target) return null;
  if (!link.lastUsedAt || now.getTime() - link.lastUsedAt.getTime() > SEEN_EVERY_MS) await touchShareLink(link.id, now);
  const guest: Actor = { organizationId, organizationName, userId: null, name: `Share link ${link.id}`, email: null, role: 'viewer' };
  const panels: Panel[] =
    'panels' in target
      ? Panels.parse(target.panels)
      : [
          {
            id: 'view',
            kind: 'view',
            view: targetId,
            as: 'chart',
            width: 12,
            title: exploreMeasures[viewOf(target.address).measure].title,
          },
        ];
  const shown = await Promise.all(
    panels.map(async (panel) => ({
      panel,
      answer: await answerOrReason(guest, specOf(panel), now, target.ownerId),
    })),
  );
  return {
    organizationName,
    title: target.name,
    sharedByName: link.createdByName,
    until: link.expiresAt.toISOString(),
    panels: shown.map(({ panel, answer }) => ({ panel, answer: withoutAddress(answer) })),
  };
}

/** Filters and pages behind a figure are for people with an account. */
function withoutAddress(answer: PanelAnswer): PanelAnswer {
  if (answer.kind === 'missing') {
    const { remedy: _, href, ...rest } = answer;
    // why a view is refused names what it is filtered by
    return href
      ? { ...rest, reason: 'This asks for something that is not there any more. Whoever shared this page can put that right.' }
      : rest;
  }
  if (!('href' in answer)) return answer;
  return answer.kind === 'view'
    ? { ...answer, href: '', address: addressOf({ ...viewOf(answer.address), f: [] }) }
    : { ...answer, href: '' };
}
