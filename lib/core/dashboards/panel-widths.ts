/** How many of twelve columns a panel takes. */
export const panelWidths = [3, 4, 6, 8, 12] as const;
export type PanelWidth = (typeof panelWidths)[number];
