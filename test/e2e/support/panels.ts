import type { Page } from 'playwright-core';
import { allRows, ask, pressUntil, type Row } from './page';
import { waitFor } from './waitFor';

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
    let rows = await problemRows();
    for (let row = rows.find(isCollapsed); row !== undefined; row = rows.find(isCollapsed)) {
      await expand(page, `${problemsPanel} .monaco-list`, isCollapsed);
      rows = await problemRows();
    }
    return asProblems(rows);
  };

  // A view that says something beside its name says it in the label, too.
  const headerOf = (view: string): string =>
    `.pane-header:is([aria-label="${view} Section"], [aria-label^="${view} - "])`;
  const treeOf = (view: string): string => `.pane:has(> ${headerOf(view)}) .monaco-list`;

  const treeRows = async (view: string): Promise<readonly Row[]> => {
    const header = page.locator(headerOf(view));
    await header.first().waitFor({ state: 'attached' });
    if ((await header.first().getAttribute('aria-expanded')) === 'false') await header.first().click();
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
      const row = await rowIn(view, wanted);
      if (row.expanded !== true) await expand(page, treeOf(view), wanted);
    },

    /** Clicks a row of a view's tree, given by its label or a condition. */
    clickRow: async (view: string, wanted: Wanted): Promise<void> => {
      await rowIn(view, wanted);
      const drawn = await scrolledTo(page, treeOf(view), wanted);
      await drawn.click();
    },

    /** What a view says in place of an empty tree, with its buttons. */
    viewText: async (view: string): Promise<string> =>
      (await ask<readonly string[]>(page, 'texts', `.pane:has(> ${headerOf(view)})`)).join('\n'),

    statusBar: (): Promise<readonly StatusBarEntry[]> => ask(page, 'statusBar'),

    /** The notifications that are shown now; they go by themselves after some seconds. */
    notifications: (): Promise<readonly Notification[]> => ask(page, 'notifications'),

    /** Presses a button of the notification on the screen that has it. */
    pressNotification: (button: string): Promise<void> =>
      page.click(`.notifications-toasts .monaco-button:text-is(${JSON.stringify(button)})`, {
        timeout: 15_000,
      }),

    /** The text of the modal question that is open; empty if none is. */
    dialogText: async (): Promise<string> => (await ask<readonly string[]>(page, 'texts', dialog)).join('\n'),

    /** Presses a button of the modal question. */
    pressDialog: (button: string): Promise<void> =>
      page.click(`${dialog} .monaco-button:text-is(${JSON.stringify(button)})`, { timeout: 15_000 }),
  };
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
  typeof wanted === 'string' ? (row) => row.label === wanted : wanted;

const nameOf = (wanted: Wanted): string => (typeof wanted === 'string' ? `"${wanted}"` : 'that fits');

async function expand(page: Page, list: string, wanted: Wanted): Promise<void> {
  const drawn = await scrolledTo(page, list, wanted);
  const index = Number(await drawn.getAttribute('data-index'));
  await drawn.locator('.monaco-tl-twistie').click();
  // The row says that it is expanded before its children are there; they come from the extension.
  const hasChildren = async (): Promise<boolean> => {
    const rows = await allRows<Row>(page, list, 'row');
    return (rows[index + 1]?.level ?? 0) > (rows[index]?.level ?? 0);
  };
  await waitFor(hasChildren, `the children of a row ${nameOf(wanted)}`, 10_000);
}

/** Scrolls a row onto the screen. It must be in the list. */
async function scrolledTo(page: Page, list: string, wanted: Wanted) {
  const reveal = async (): Promise<number | undefined> => {
    const row = (await allRows<Row>(page, list, 'row')).find(condition(wanted));
    return row && (await ask<boolean>(page, 'reveal', list, row.index)) ? row.index : undefined;
  };
  const index = await waitFor(reveal, `a row ${nameOf(wanted)} on the screen`);
  return page.locator(`${list} .monaco-list-row[data-index="${index}"]`).first();
}
