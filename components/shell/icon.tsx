const paths = {
  overview: 'M2 13.5h12M3.5 11V7m3 4V3m3 8V6m3 5V4.5',
  costs: 'M2.5 3h11v10h-11zM2.5 6.25h11M2.5 9.6h11M6.75 6.25V13',
  models: 'M8 1.75 13.5 5v6L8 14.25 2.5 11V5zM2.5 5 8 8.25 13.5 5M8 8.25v6',
  whatIf: 'M2 4h4.5l4 8H14M2 12h4.5l1-2M9.5 6l1-2H14m-2-2 2 2-2 2m0 4 2 2-2 2',
  tasks: 'M2.5 3.5h3v3h-3zM2.5 9.5h3v3h-3zM8 5h5.5M8 11h5.5',
  dashboards: 'M2 2.5h7v5H2zM11 2.5h3v5h-3zM2 9.5h4v4H2zM8 9.5h6v4H8z',
  budgets: 'M2 5.5h12v5H2zM2 5.5v5M9.5 4v8M12.5 5.5v5',
  agreements: 'M4 1.75h6l2.5 2.5v10H4zM10 1.75v2.5h2.5M6 7.5h4.5M6 10h4.5',
  alerts: 'M8 2a4 4 0 0 0-4 4v3l-1.25 2.25h10.5L12 9V6a4 4 0 0 0-4-4M6.75 13.5h2.5',
  allocation: 'M6.25 2h3.5v3h-3.5zM1.75 11h3.5v3h-3.5zM6.25 11h3.5v3h-3.5zM10.75 11h3.5v3h-3.5zM8 5v6M3.5 11V8h9v3',
  sources: 'M2.5 9v4.5h11V9M8 2v7.5M5 6.5l3 3 3-3',
  settings: 'M2 4.5h7m3 0h2M2 11.5h2m3 0h7M9 2.75v3.5h3v-3.5zM4 9.75v3.5h3v-3.5z',
  fold: 'M2.5 3h11v10h-11zM6 3v10M11 6 9 8l2 2',
  unfold: 'M2.5 3h11v10h-11zM6 3v10M9 6l2 2-2 2',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  system: 'M2 3.5h12v7.5H2zM5.5 13.5h5',
  light:
    'M8 5.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M8 1.5v1.25m0 10.5v1.25M1.5 8h1.25m10.5 0h1.25M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  dark: 'M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1',
  keys: 'M1.5 4.5h13v7h-13zM4 7h.01M6.66 7h.01M9.33 7h.01M12 7h.01M5 9.25h6',
  person: 'M8 2.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M2.75 13.75c.5-2.6 2.5-4 5.25-4s4.75 1.4 5.25 4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9m3.25 7.75 3.25 3.25',
  chevrons: 'm5 6 3-3 3 3m-6 4 3 3 3-3',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg viewBox="0 0 16 16" className="size-4 shrink-0" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.3">
    <path d={paths[name]} />
  </svg>
);
