import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Reads the page as it is seen now, in light and in dark. Ends in the light. */
export async function expectAccessible(page: Page, schemes: readonly ('dark' | 'light')[] = ['dark', 'light']): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const found = violations.map(
      (v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `  ${n.target.join(' ')}\n  ${n.failureSummary}`).join('\n')}`,
    );
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}
