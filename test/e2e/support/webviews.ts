/** Our own pages in VS Code: the frames that they are in. */
import type { Frame, Page } from 'playwright-core';
import { waitFor } from './waitFor';

/** The page that shows a form or a table now, once it shows something. @param says what stands in its heading */
export function pageOf(page: Page, kind: 'form' | 'table', says: RegExp): Promise<Frame> {
  const find = async (): Promise<Frame | undefined> => (await shownNow(page, kind, says))[0];
  return waitFor(find, `a ${kind} that says ${String(says)}`);
}

/** All pages of a kind that are on the screen, once they are so many, in no order. */
export const pagesOf = (
  page: Page,
  kind: 'form' | 'table',
  says: RegExp,
  count: number,
): Promise<readonly Frame[]> =>
  waitFor(() => shownNow(page, kind, says), `${count} of ${kind} that say ${String(says)}`, {
    until: (found) => found.length === count,
  });

async function shownNow(page: Page, kind: 'form' | 'table', says: RegExp): Promise<readonly Frame[]> {
  const found: Frame[] = [];
  for (const frame of page.frames()) {
    if (!/^(?:active|pending)-frame$/.test(frame.name())) continue;
    // A frame may go while it is looked at.
    const heading = await frame
      .evaluate<string>(
        `document.body.dataset.page === '${kind}' && innerWidth > 0 ? (document.querySelector('h1')?.innerText ?? '') : ''`,
      )
      .catch(() => '');
    if (says.test(heading)) found.push(frame);
  }
  return found;
}
