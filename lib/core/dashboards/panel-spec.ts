import type { Panel, PanelSpec } from './panels';

/** A panel without its place: two of the same question are asked once. */
export function specOf({ id: _, width: __, title: ___, ...spec }: Panel): PanelSpec {
  return spec;
}
