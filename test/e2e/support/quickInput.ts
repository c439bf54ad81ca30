import { posix } from 'node:path';
import type { Page } from 'playwright-core';
import { allRows, ask, drawnRows, pressUntil, type Row } from './page';
import { waitFor } from './waitFor';

/** A row of a quick pick: of quick open, the command palette, or what the extension shows. */
export interface PickRow extends Row {
  /** The second line. */
  readonly detail: string;
}

const widget = '.quick-input-widget';
const input = `${widget} .quick-input-box input`;
const list = `${widget} .quick-input-list`;

/** What starts with the field at the top of the window: files, lines, commands, views, and the extension's questions. */
export type QuickInput = ReturnType<typeof quickInput>;

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

  const type = async (text: string): Promise<void> => {
    await waitFor(isOpen, 'a quick pick');
    await page.fill(input, text);
  };

  /** Opens quick open with a text, and chooses the first row that fits; again if no such row comes (yet). */
  const choose = async (text: string, fits: (row: PickRow) => boolean, what: string): Promise<void> => {
    await waitFor(
      async () => {
        await cancel();
        await pressUntil(page, ['ControlOrMeta+P'], input);
        await type(text);
        const shown = await waitFor(rows, what, { timeout: 8000, until: (all) => all.some(fits) });
        const row = shown.find(fits);
        if (row === undefined) return false;
        await click(row);
        return true;
      },
      what,
      40_000,
    );
    // It closes, or what was chosen asks something in the same field.
    const hasGone = async (): Promise<boolean> =>
      !(await isOpen()) || (await page.inputValue(input)) !== text;
    await waitFor(hasGone, 'quick open to close');
  };

  const click = async (row: PickRow): Promise<void> => {
    const place = `${list} .monaco-list-row[data-index="${row.index}"]`;
    await page.click(place, { timeout: 2000 }).catch(async () => {
      // The tooltip of a row that came under the mouse covers others until the mouse goes.
      await page.mouse.move(2, 2);
      await page.click(place, { timeout: 2000 });
    });
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
      await waitFor(open, `${pathInFolder} as the active editor`, 60_000);
    },

    /** Puts the cursor of the active editor at a line and column, both from 1. */
    goTo: async (line: number, column = 1): Promise<void> => {
      await cancel();
      await pressUntil(page, ['ControlOrMeta+P'], input);
      await type(`:${line}:${column}`);
      await waitFor(async () => (await rows()).length > 0, 'quick open to take the line');
      await page.keyboard.press('Enter');
      await waitFor(async () => !(await isOpen()), 'quick open to close');
    },

    /** Runs a command by its title in the command palette, with its category: `Evidence Portfolio: New Evidence`. */
    runCommand: (title: string): Promise<void> =>
      choose(`>${title}`, ({ label }) => label === title, `the command "${title}"`),

    /** Shows a view by its name, as "View: Open View…" does. */
    openView: (name: string): Promise<void> =>
      choose(`view ${name}`, ({ label }) => label === name, `the view "${name}"`),

    quickPick: {
      isOpen,
      /** Waits for a quick pick and gives its rows' labels, all of them. */
      labels: async (): Promise<readonly string[]> =>
        (await pickRows(page, isOpen)).map(({ label }) => label),
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
        if (label === undefined) return page.keyboard.press('Enter');
        await type(label);
        await click(
          await waitFor(async () => (await rows()).find((row) => row.label === label), `"${label}" to pick`),
        );
      },
      cancel,
    },
  };
}

async function pickRows(page: Page, isOpen: () => Promise<boolean>): Promise<readonly PickRow[]> {
  await waitFor(isOpen, 'a quick pick');
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
