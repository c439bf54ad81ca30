import type { Page } from 'playwright-core';
import { allRows, ask, pressUntil, type Row } from './page';
import { waitFor } from './waitFor';
import { isCalled } from './rowCalled';

/** A row of the Problems panel. */
export interface Problem {
  /** The file's name. */
  readonly file: string;
  /** Its folder, relative to the folder that is open, as the panel says it. */
  readonly folder: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** Where a click on the code leads. */
  readonly codeLink?: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

interface ProblemRow extends Row, Omit<Problem, 'severity' | 'line' | 'column'> {
  readonly severity?: 'error' | 'warning' | 'info' | 'light-bulb';
  /** `[Ln 2, Col 19]` */
  readonly position: string;
}

export interface StatusBarEntry {
  readonly id: string;
  readonly text: string;
  readonly ariaLabel: string;
}

export interface Notification {
  readonly severity?: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly buttons: readonly string[];
}

/** Which row: the one with this label, or the first that fits. */
export type Wanted = string | ((row: Row) => boolean);

const problemsPanel = '.markers-panel';
const dialog = '.monaco-dialog-box';

/** What is around the text editors. */
export function panels(page: Page) {
  const problemRows = (): Promise<readonly ProblemRow[]> =>
    allRows<ProblemRow>(page, `${problemsPanel} .monaco-list`, 'problem');

  const problems = async (): Promise<readonly Problem[]> => {
    if (!(await ask<boolean>(page, 'isVisible', problemsPanel))) {
      await pressUntil(page, ['ControlOrMeta+Shift+M'], problemsPanel);
    }
    const expanded = async (): Promise<readonly ProblemRow[] | undefined> => {
      const rows = await problemRows();
      if (!rows.some(isCollapsed)) return rows;
      await unfold(page, `${problemsPanel} .monaco-list`, isCollapsed);
      return undefined;
    };
    return asProblems(await waitFor(expanded, 'the problems of all files'));
  };

  // A view that says something beside its name says it in the label, too.
  const headerOf = (view: string): string =>
    `.pane-header:is([aria-label="${view} Section"], [aria-label^="${view} - "])`;
  const treeOf = (view: string): string => `.pane:has(> ${headerOf(view)}) .monaco-list`;

  const treeRows = async (view: string): Promise<readonly Row[]> => {
    const header = page.locator(headerOf(view));
    await header.first().waitFor({ state: 'attached', timeout: 10_000 });
    const isFolded = (await header.first().getAttribute('aria-expanded', { timeout: 5000 })) === 'false';
    if (isFolded) await header.first().click({ timeout: 5000 });
    return allRows<Row>(page, treeOf(view), 'row');
  };

  const rowIn = (view: string, wanted: Wanted): Promise<Row> =>
    waitFor(async () => (await treeRows(view)).find(condition(wanted)), `a row ${nameOf(wanted)} in ${view}`);

  return {
    /** All rows of the Problems panel, file by file. Shows the panel if it is hidden. */
    problems,

    /** All rows of a view's tree that are not inside a collapsed one. The view must be open (`openView`). */
    treeRows,

    /** Expands a row of a view's tree, given by its label or a condition, and waits for its children. */
    expandRow: async (view: string, wanted: Wanted): Promise<void> => {
      await rowIn(view, wanted);
      await expand(page, treeOf(view), wanted);
    },

    /** Clicks a row of a view's tree, given by its label or a condition. */
    clickRow: async (view: string, wanted: Wanted): Promise<void> => {
      await rowIn(view, wanted);
      const click = async (): Promise<boolean> => {
        await (await scrolledTo(page, treeOf(view), wanted)).click({ timeout: 2000 });
        return true;
      };
      await waitFor(click, `a click on a row ${nameOf(wanted)} in ${view}`);
    },

    /** What a view says in place of an empty tree, with its buttons. */
    viewText: async (view: string): Promise<string> =>
      (await ask<readonly string[]>(page, 'texts', `.pane:has(> ${headerOf(view)})`)).join('\n'),

    statusBar: (): Promise<readonly StatusBarEntry[]> => ask(page, 'statusBar'),

    /** The notifications that are shown now; they go by themselves after some seconds. */
    notifications: (): Promise<readonly Notification[]> => ask(page, 'notifications'),

    /** Presses a button of the notification that has it; behind the bell, if it has gone from the screen meanwhile. */
    pressNotification: (button: string): Promise<void> => pressNotification(page, button),

    /** The text of the modal question that is open; empty if none is. */
    dialogText: async (): Promise<string> => (await ask<readonly string[]>(page, 'texts', dialog)).join('\n'),

    /** Presses a button of the modal question. */
    pressDialog: (button: string): Promise<void> =>
      page.click(`${dialog} .monaco-button:text-is(${JSON.stringify(button)})`, { timeout: 60_000 }),
  };
}

async function pressNotification(page: Page, button: string): Promise<void> {
  const named = `.monaco-button:text-is(${JSON.stringify(button)})`;
  const bell = page.locator('.statusbar-item[id="status.notifications"]');
  const press = async (): Promise<boolean> => {
    const shown = page.locator(`:is(.notifications-toasts, .notifications-center) ${named}:visible`).first();
    // It may be about to come.
    const isShown = await shown.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isShown)
      await shown.click({ timeout: 10_000 }); // A click that is given up may have been one.
    else await bell.click({ timeout: 2000 });
    return isShown;
  };
  await waitFor(press, `the button “${button}” of a notification`);
  if (await ask<boolean>(page, 'isVisible', '.notifications-center')) await bell.click({ timeout: 5000 });
}

function asProblems(rows: readonly ProblemRow[]): readonly Problem[] {
  const found: Problem[] = [];
  let file = { file: '', folder: '' };
  for (const row of rows) {
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(row.position) ?? [];
    if (row.level === 1) file = { file: row.file, folder: row.folder };
    if (row.level !== 2 || row.severity === undefined || row.severity === 'light-bulb') continue;
    found.push({
      ...file,
      severity: row.severity,
      message: row.message,
      source: row.source,
      code: row.code,
      ...(row.codeLink === undefined ? {} : { codeLink: row.codeLink }),
      line: Number(line),
      column: Number(column),
    });
  }
  return found;
}

const isCollapsed = (row: Row): boolean => row.expanded === false;

const condition = (wanted: Wanted): ((row: Row) => boolean) =>
  typeof wanted === 'string' ? (row) => isCalled(row.label, wanted) : wanted;

const nameOf = (wanted: Wanted): string => (typeof wanted === 'string' ? `"${wanted}"` : 'that fits');

/** Expands a row, and waits for its children: it says that it is expanded before they are there. */
async function expand(page: Page, list: string, wanted: Wanted): Promise<void> {
  const hasChildren = async (): Promise<boolean> => {
    const rows = await allRows<Row>(page, list, 'row');
    const at = rows.findIndex(condition(wanted));
    if (at >= 0 && (rows[at + 1]?.level ?? 0) > (rows[at]?.level ?? 0)) return true;
    if (rows[at]?.expanded === false) await unfold(page, list, wanted);
    return false;
  };
  await waitFor(hasChildren, `the children of a row ${nameOf(wanted)}`);
}

/** Clicks the arrow of a row that is folded up. */
async function unfold(page: Page, list: string, wanted: Wanted): Promise<void> {
  const drawn = await scrolledTo(page, list, wanted);
  if ((await drawn.getAttribute('aria-expanded', { timeout: 2000 })) === 'true') return;
  await drawn.locator('.monaco-tl-twistie').click({ timeout: 2000 });
}

/** Scrolls a row onto the screen. It must be in the list. What is given is this row or none, wherever others move. */
async function scrolledTo(page: Page, list: string, wanted: Wanted) {
  const reveal = async (): Promise<Row | undefined> => {
    const row = (await allRows<Row>(page, list, 'row')).find(condition(wanted));
    return row && (await ask<boolean>(page, 'reveal', list, row.index)) ? row : undefined;
  };
  const row = await waitFor(reveal, `a row ${nameOf(wanted)} on the screen`);
  const label = row.ariaLabel.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\a ');
  return page.locator(`${list} .monaco-list-row[data-index="${row.index}"][aria-label="${label}"]`).first();
}
