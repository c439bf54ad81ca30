import type { Page } from 'playwright-core';
import { waitFor } from './waitFor';

/** A row of any of VS Code's lists and trees, as it is drawn. */
export interface Row {
  /** From 0, of the rows that are not hidden in a collapsed one. */
  readonly index: number;
  readonly isLast: boolean;
  readonly ariaLabel: string;
  /** From 1. */
  readonly level: number;
  /** Undefined: it has no children. */
  readonly expanded?: boolean;
  readonly selected: boolean;
  readonly focused: boolean;
  /** Everything the row says. */
  readonly text: string;
  readonly label: string;
  readonly description: string;
}

/** Calls a function of inPage.js in the page. The arguments must be plain data. */
export function ask<T>(page: Page, name: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate<T>(`harness.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
}

/** The kinds of row that inPage.js can read. */
export type RowKind = 'row' | 'problem' | 'suggestion' | 'quickPickRow';

/** The rows of a list that are drawn now; undefined if there is no such list on the screen. */
export function drawnRows<R extends Row>(
  page: Page,
  within: string,
  kind: RowKind,
): Promise<readonly R[] | undefined> {
  return ask(page, 'drawnRows', within, kind);
}

/**
 * All rows of a list, in order. VS Code draws only the rows on the screen, so this scrolls through the list, and back
 * to its top. An empty or invisible list gives no rows.
 */
export function allRows<R extends Row>(page: Page, within: string, kind: RowKind): Promise<readonly R[]> {
  return ask(page, 'allRows', within, kind);
}

/** Presses keys until what they should bring is on the screen: VS Code drops keys while it starts or is busy. */
export async function pressUntil(page: Page, keys: readonly string[], selector: string): Promise<void> {
  await waitFor(
    async () => {
      for (const key of keys) await page.keyboard.press(key);
      return waitFor(() => ask<boolean>(page, 'isVisible', selector), selector, 1500);
    },
    `${selector} after ${keys.join(' ')}`,
  );
}
