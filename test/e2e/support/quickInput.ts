import { posix } from 'node:path';
import type { Page } from 'playwright-core';
import { allRows, ask, drawnRows, pressUntil, type Row } from './page';
import { waitFor } from './waitFor';
import { isCalled } from './rowCalled';

/** A row of a quick pick: of quick open, the command palette, or what the extension shows. */
export interface PickRow extends Row {
  /** The second line. */
  readonly detail: string;
  /** Whether it is ticked; undefined where several rows cannot be chosen. */
  readonly ticked?: boolean;
}

const widget = '.quick-input-widget';
const input = `${widget} .quick-input-box input`;
const list = `${widget} .quick-input-list`;

/** What starts with the field at the top of the window: files, lines, commands, views, and the extension's questions. */
export type QuickInput = ReturnType<typeof quickInput>;

type Fits = (row: PickRow) => boolean;

export function quickInput(page: Page, host: 'desktop' | 'web') {
  const isOpen = (): Promise<boolean> => ask(page, 'isVisible', input);
  const rows = async (): Promise<readonly PickRow[]> =>
    (await drawnRows<PickRow>(page, list, 'quickPickRow')) ?? [];

  const cancel = async (): Promise<void> => {
    await waitFor(async () => {
      if (await isOpen()) await page.keyboard.press('Escape');
      return !(await isOpen());
    }, 'the quick pick to close');
  };

  const type = async (text: string, patience?: number): Promise<void> => {
    await waitFor(isOpen, 'a quick pick', patience);
    await page.fill(input, text, { timeout: 5000 });
  };

  /**
   * Puts the keyboard's place on the first row that fits. With the keys and not the mouse: VS Code draws the rows of
   * quick open several times while it searches, and each time a row may be somewhere else.
   */
  const moveTo = (fits: Fits, what: string, timeout?: number): Promise<boolean> =>
    waitFor(
      async () => {
        const all = await rows();
        const [at, to] = [all.findIndex(({ focused }) => focused), all.findIndex(fits)];
        if (to < 0) throw new Error(`Only: ${all.map(({ ariaLabel }) => ariaLabel).join('; ')}`);
        if (at >= 0 && fits(all[at]!)) return true;
        await page.keyboard.press(at > to ? 'ArrowUp' : 'ArrowDown');
        return false;
      },
      what,
      timeout,
    );

  /** Enter, and again if nothing came of it: it closes, or what was chosen asks something in the same field. */
  const enter = async (patience?: number): Promise<void> => {
    const state = async (): Promise<string> =>
      (await isOpen()) ? JSON.stringify([await page.inputValue(input), await question(page)]) : '';
    // Where it had closed by itself, no key would change anything, and what is behind it would get them all.
    const before = await waitFor(state, 'a quick pick', patience);
    const isAnother = (now: string): boolean => now !== before;
    await waitFor(async () => {
      await page.keyboard.press('Enter');
      await waitFor(state, 'the quick pick to go on', { timeout: 3000, until: isAnother });
      return true;
    }, 'the quick pick to go on');
  };

  /** Opens quick open with a text, and chooses the first row that fits; again if no such row comes (yet). */
  const choose = async (text: string, fits: Fits, what: string): Promise<void> => {
    // An editor that has only just started finds nothing, and does not look again by itself: so not for long at first.
    let patience = 750;
    await waitFor(
      async () => {
        patience = Math.min(patience * 2, 16_000);
        await cancel();
        await pressUntil(page, ['ControlOrMeta+P'], input);
        // Where a message took the keyboard, quick open has closed by itself: then it is opened again.
        await type(text, 2000);
        await moveTo(fits, what, patience);
        await enter(2000);
        return true;
      },
      what,
      120_000,
    );
  };

  /** Ticks a row where several can be chosen. */
  const tick = async (label: string): Promise<void> => {
    await waitFor(async () => {
      const row = (await rows()).find((one) => isCalled(one.label, label));
      if (row?.ticked !== false) return row?.ticked === true;
      // The tooltip of a row that came under the mouse covers others until the mouse goes.
      await page.mouse.move(2, 2);
      await page.click(`${list} .monaco-list-row[data-index="${row.index}"]`, { timeout: 1000 });
      return false;
    }, `"${label}" to tick`);
  };

  return {
    /** Opens a file by its path in the folder, with `/`, and waits until it is the active editor. */
    openFile: async (pathInFolder: string): Promise<void> => {
      const name = posix.basename(pathInFolder);
      const folder = posix.dirname(pathInFolder);
      const fits = ({ label, description }: PickRow): boolean =>
        label === name && (folder === '.' ? !description.includes('/') : description.endsWith(folder));
      const isActive = (tab: { name: string } | undefined): boolean => tab?.name === name;
      const open = async (): Promise<boolean> => {
        // The web host's file search finds nothing; only a path with a `/` in it is looked up as it is.
        if (host === 'web' && folder === '.') await openFromExplorer(page, name);
        else await choose(pathInFolder, fits, `${pathInFolder} in quick open`);
        await waitFor(() => ask<{ name: string } | undefined>(page, 'activeTab'), 'the active editor', {
          until: isActive,
          timeout: 5000,
        });
        return true;
      };
      await waitFor(open, `${pathInFolder} as the active editor`, 180_000);
    },

    /** Puts the cursor of the active editor at a line and column, both from 1. */
    goTo: async (line: number, column = 1): Promise<void> => {
      const leadsThere = ({ ariaLabel }: PickRow): boolean =>
        new RegExp(`\\bline ${line}\\b`, 'i').test(ariaLabel);
      await choose(`:${line}:${column}`, leadsThere, `line ${line} in quick open`);
      await waitFor(() => ask<readonly { text: string }[]>(page, 'statusBar'), `the cursor in line ${line}`, {
        until: (entries) => entries.some(({ text }) => text.startsWith(`Ln ${line}, Col `)),
      });
    },

    /** Runs a command by its title in the command palette, with its category: `Evidence Portfolio: New Evidence`. */
    runCommand: (title: string): Promise<void> =>
      choose(`>${title}`, ({ label }) => label === title, `the command "${title}"`),

    /** Shows a view by its name, as "View: Open View…" does. */
    openView: (name: string): Promise<void> =>
      choose(`view ${name}`, ({ label }) => label === name, `the view "${name}"`),

    quickPick: {
      isOpen,
      /** Waits for a quick pick and gives its rows' labels, all of them. @param patience milliseconds until it is open */
      labels: async (patience?: number): Promise<readonly string[]> =>
        (await pickRows(page, isOpen, patience)).map(({ label }) => label),
      /** Waits for a quick pick and gives its rows, all of them. */
      rows: (): Promise<readonly PickRow[]> => pickRows(page, isOpen),
      /** What stands above its field. */
      title: async (): Promise<string> =>
        (await ask<readonly string[]>(page, 'texts', `${widget} .quick-input-title`)).join(''),
      /** What it asks, as a greyed text in its field. */
      placeholder: async (): Promise<string> => (await page.getAttribute(input, 'placeholder')) ?? '',
      /** Replaces the text in its field. */
      type,
      /** Chooses the row with a label (where several can be chosen, ticks it), or accepts what is typed or ticked. */
      accept: async (label?: string): Promise<void> => {
        if (label === undefined) return enter();
        await type(label);
        const isIt = (row: PickRow): boolean => isCalled(row.label, label);
        const found = await waitFor(rows, `"${label}" to pick`, { until: (all) => all.some(isIt) });
        if (found.find(isIt)?.ticked !== undefined) return tick(label);
        await moveTo(isIt, `"${label}" to pick`);
        await enter();
      },
      /** Chooses the first row that fits, and leaves what is typed. */
      choose: async (fits: (label: string) => boolean): Promise<void> => {
        await moveTo(({ label }) => fits(label), 'a row that fits');
        await enter();
      },
      cancel,
    },
  };
}

/** What tells one question in the field from the next. */
async function question(page: Page): Promise<string> {
  const title = await ask<readonly string[]>(page, 'texts', `${widget} .quick-input-title`);
  const message = await ask<readonly string[]>(page, 'texts', `${widget} .quick-input-message`);
  return [...title, ...message, await page.getAttribute(input, 'placeholder')].join('\n');
}
async function pickRows(
  page: Page,
  isOpen: () => Promise<boolean>,
  patience?: number,
): Promise<readonly PickRow[]> {
  await waitFor(isOpen, 'a quick pick', patience);
  await waitFor(() => drawnRows(page, list, 'quickPickRow'), 'rows to pick from', {
    until: (rows) => !!rows?.length,
  });
  return allRows<PickRow>(page, list, 'quickPickRow');
}

const explorer = '.explorer-folders-view .monaco-list';

/** Opens a file of the folder itself. */
async function openFromExplorer(page: Page, name: string): Promise<void> {
  if (!(await ask<boolean>(page, 'isVisible', explorer))) {
    await pressUntil(page, ['ControlOrMeta+Shift+E'], explorer);
  }
  const reveal = async (): Promise<boolean> => {
    const row = (await allRows<Row>(page, explorer, 'row')).find(
      (one) => one.level === 1 && one.label === name,
    );
    return row !== undefined && ask<boolean>(page, 'reveal', explorer, row.index);
  };
  await waitFor(reveal, `${name} in the explorer`);
  // By its name, not its place: the explorer may be opening the folder of the file that was shown last.
  await page.dblclick(`${explorer} .monaco-list-row[aria-level="1"]:has(:text-is("${name}"))`, {
    timeout: 5000,
  });
}
