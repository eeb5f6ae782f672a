/** Small choices of a browser that the server must know for the first paint. */
export const themeCookie = 'headroom.theme';
export const railCookie = 'headroom.rail';
const keysCookie = 'headroom.keys';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const parseTheme = (value: string | undefined): Theme => themes.find((t) => t === value) ?? 'system';
export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';

export function remember(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in plain http and in Firefox
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax`;
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember(themeCookie, theme);
}

/** Keys without Ctrl or Alt get in the way of who speaks to the computer, so they can be switched off (WCAG 2.1.4). */
export const hasSingleKeys = (): boolean => !document.cookie.split('; ').includes(`${keysCookie}=off`);
export const switchSingleKeys = (on: boolean): void => remember(keysCookie, on ? 'on' : 'off');
