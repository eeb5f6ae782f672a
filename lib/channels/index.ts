import { email } from './email/email';
import { pagerduty } from './pagerduty/pagerduty';
import { slack } from './slack/slack';
import { teams } from './teams/teams';
import type { ChannelKind } from './types';
import { webhook } from './webhook/webhook';

/** Every way for alerts to travel, in the order in which they are offered. */
export const channelKinds = [email, slack, teams, pagerduty, webhook] as unknown as readonly ChannelKind[];

export const channelKind = (kind: string): ChannelKind | undefined => channelKinds.find((c) => c.kind === kind);
