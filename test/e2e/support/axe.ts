/** Whether everybody can use a page, or a frame in one. */
import type { Frame, Page } from 'playwright-core';

/** What axe finds, as `rule: element`. @param axe its script */
export async function faultsIn(page: Page | Frame, axe: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(
    `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}
