import type { ReactNode } from 'react';

/** A page of the front door: what it is for, then the one thing to do. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <>
      <h1 className="text-28 tracking-tight">{title}</h1>
      {lead && <p className="mt-2 text-14 text-ink-2">{lead}</p>}
      {children && <div className="mt-8">{children}</div>}
    </>
  );
}
