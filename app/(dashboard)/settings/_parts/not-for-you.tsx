import { Panel } from '@/components/ui/panel';
import type { Role } from '@/lib/core/access/permissions';

/** For those who typed the address of a page that their role does not open. */
export const NotForYou = ({ role, what }: { role: Role; what: string }) => (
  <Panel title="This page is for administrators">
    <p className="text-13 text-ink-2">
      You are {role} here, and only an administrator may {what}. Members shows who that is.
    </p>
  </Panel>
);
