import type { Page } from 'playwright-core';
import { allRows, ask, drawnRows, pressUntil, type Row } from './page';
import { sleep, waitFor } from './waitFor';

/** A row of the list of suggestions. */
export interface Suggestion extends Row {
  /** At the right edge of the row: what kind of thing, or a type. */
  readonly detail: string;
}

/** A line under a part of the text. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** From 1, as in the Problems panel. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The text above the squiggle. */
  readonly text: string;
}

/** A line of the editor that is on the screen; its number is from 1. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

interface Tab {
  readonly name: string;
  readonly label: string;
  readonly isDirty: boolean;
}

const suggestWidget = '.suggest-widget.visible';
// Without the row of buttons at the bottom, which says by turns that it looks for quick fixes.
const hoverParts = '.monaco-editor .monaco-hover:not(.hidden) .hover-row:not(.status-bar)';
const actionWidget = '.action-widget';
const noQuickFixes = '.monaco-editor-overlaymessage';

/** Writing and reading in the active editor. `goTo` comes from the quick input. */
export function textEditor(page: Page, goTo: (line: number, column?: number) => Promise<void>) {
  const focus = async (): Promise<void> => {
    await waitFor(async () => {
      if (await ask<boolean>(page, 'isEditorFocused')) return true;
      await page.keyboard.press('ControlOrMeta+1'); // Focus First Editor Group.
      return waitFor(() => ask<boolean>(page, 'isEditorFocused'), 'focus', 1000);
    }, 'the text editor to have the focus');
  };

  const activeTab = (): Promise<Tab | undefined> => ask(page, 'activeTab');

  const suggestions = async (options: { readonly open?: boolean; readonly timeout?: number } = {}) => {
    const { open = true, timeout = 10_000 } = options;
    const hasRows = async (): Promise<boolean> =>
      !!(await drawnRows(page, suggestWidget, 'suggestion'))?.length;
    const attempts = open ? 2 : 1;
    let shown = false;
    // A list that comes by itself while it is asked for may be closed by the question: then it is asked for again.
    for (let attempt = 0; attempt < attempts && !shown; attempt += 1) {
      if (open) {
        await focus();
        // Those that came by themselves may be only a part of what Ctrl+Space gives.
        if (await hasRows()) await page.keyboard.press('Escape');
        await pressUntil(page, ['Control+Space'], suggestWidget);
      }
      shown = await waitFor(hasRows, 'suggestions', timeout).catch(() => false);
    }
    return shown ? settled(() => allRows<Suggestion>(page, suggestWidget, 'suggestion')) : [];
  };

  const editorText = async (): Promise<string> => {
    await focus();
    const copy = async (): Promise<{ readonly text: string }> => {
      await ask(page, 'forgetCopy');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('ControlOrMeta+C');
      const isCopied = (value: string | undefined): boolean => value !== undefined;
      const copied = (): Promise<string | undefined> => ask(page, 'copied');
      return { text: (await waitFor(copied, 'a copy', { timeout: 1000, until: isCopied })) ?? '' };
    };
    const { text } = await waitFor(copy, 'the text of the editor');
    await page.keyboard.press('ControlOrMeta+U'); // Cursor Undo: the selection as it was.
    return text;
  };

  const quickFixes = async (options: { readonly timeout?: number } = {}): Promise<readonly string[]> => {
    await focus();
    await page.keyboard.press('ControlOrMeta+.');
    const titles = (): Promise<readonly string[]> => ask(page, 'texts', `${actionWidget} .action .title`);
    const areThere = async (): Promise<boolean> =>
      (await titles()).length > 0 || (await ask<boolean>(page, 'isVisible', noQuickFixes));
    await waitFor(areThere, 'quick fixes', options.timeout ?? 10_000).catch(() => false);
    return titles();
  };

  return {
    focusEditor: focus,

    /** The active editor's tab: the file's name, its aria-label, and whether there are unsaved changes. */
    activeTab,

    /** Types key by key, as a user does: brackets close themselves, Enter indents and accepts a shown suggestion. */
    typeText: async (text: string): Promise<void> => {
      await focus();
      await page.keyboard.type(text);
    },

    /** Puts a text at the cursor as it is, as pasting does. */
    pasteText: async (text: string): Promise<void> => {
      await focus();
      const lines = async (): Promise<string> => JSON.stringify(await ask(page, 'lines'));
      const before = await lines();
      await ask(page, 'paste', text);
      await waitFor(lines, 'the text to be pasted', { until: (now) => now !== before });
    },

    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    },

    /** Saves, and waits until the tab says so. */
    save: async (): Promise<void> => {
      await focus();
      await waitFor(async () => {
        await page.keyboard.press('ControlOrMeta+S');
        return waitFor(activeTab, 'saved', { timeout: 2000, until: (tab) => tab?.isDirty === false });
      }, 'the file to be saved');
    },

    undo: async (): Promise<void> => {
      await focus();
      await page.keyboard.press('ControlOrMeta+Z');
    },

    /**
     * The whole text of the active editor, saved or not, however long. It selects everything, copies, and takes the
     * selection back: an open list of suggestions or hover closes.
     */
    editorText,

    /** The lines on the screen; unlike `editorText` it presses no key. */
    visibleLines: (): Promise<readonly Line[]> => ask(page, 'lines'),

    /** The squiggles on the screen, from the top; their messages are in the Problems panel and in hovers. */
    squiggles: async (): Promise<readonly Squiggle[]> => {
      const marks = await ask<readonly Squiggle[]>(page, 'squiggles');
      return [...marks].sort((a, b) => a.line - b.line || a.column - b.column);
    },

    /** The text of the hover at a place, of all its parts; empty if none shows within the time. */
    hoverAt: async (line: number, column: number, timeout = 8000): Promise<string> => {
      await focus();
      await page.keyboard.press('Escape');
      await goTo(line, column);
      await focus();
      // Until the mouse has been somewhere, the browser makes up moves of it, and they close the hover.
      await page.mouse.move(2, 2);
      const shown = async (): Promise<string> =>
        (await ask<readonly string[]>(page, 'texts', hoverParts)).join('\n').trim();
      const isComplete = (text: string): boolean => text !== '' && !text.includes('Loading...');
      return waitFor(
        async () => {
          await page.keyboard.press('ControlOrMeta+K');
          await page.keyboard.press('ControlOrMeta+I');
          await waitFor(shown, 'a hover', { timeout: 2000, until: isComplete });
          return settled(shown);
        },
        'a hover',
        timeout,
      ).catch(() => '');
    },

    /**
     * The suggestions at the cursor, in order; none within the time gives an empty list. With `open: false` it asks
     * for none, and gives those that came by themselves.
     */
    suggestions,

    /** Chooses a suggestion by its label, with the keyboard. */
    acceptSuggestion: async (label: string): Promise<void> => {
      const isShown = await ask<boolean>(page, 'isVisible', suggestWidget);
      const all = await suggestions({ open: !isShown });
      if (!all.some((row) => row.label === label)) {
        throw new Error(`"${label}" is not suggested, only: ${all.map((row) => row.label).join(', ')}`);
      }
      const focused = async (): Promise<string | undefined> =>
        (await drawnRows<Suggestion>(page, suggestWidget, 'suggestion'))?.find((row) => row.focused)?.label;
      for (let round = 0; round <= all.length && (await focused()) !== label; round += 1) {
        const before = await focused();
        await page.keyboard.press('ArrowDown');
        await waitFor(focused, 'the next suggestion', { timeout: 1000, until: (now) => now !== before });
      }
      await page.keyboard.press('Enter');
      await waitFor(
        async () => !(await ask<boolean>(page, 'isVisible', suggestWidget)),
        'the suggestions to close',
      );
    },

    /** The titles in the light bulb's menu at the cursor; the menu stays open. None gives an empty list. */
    quickFixes,

    /** Chooses from the light bulb's menu at the cursor, by title. */
    applyQuickFix: async (title: string): Promise<void> => {
      const all = await quickFixes();
      if (!all.includes(title)) throw new Error(`"${title}" is no quick fix here, only: ${all.join('; ')}`);
      // With the keys: a click is caught by what covers the window while the menu is new.
      const focused = async (): Promise<string> =>
        (await ask<readonly string[]>(page, 'texts', `${actionWidget} .focused .title`)).join('');
      await waitFor(focused, 'the menu to have the focus');
      for (let round = 0; round <= all.length && (await focused()) !== title; round += 1) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await waitFor(async () => !(await ask<boolean>(page, 'isVisible', actionWidget)), 'the menu to close');
    },

    /** What stands above lines as small links. */
    codeLenses: (): Promise<readonly string[]> => ask(page, 'texts', '.codelens-decoration'),
  };
}

/**
 * A value once it has stayed the same for a moment: the parts of a hover come one after the other, a list shows what
 * fitted the last key until the next answer is there, and nothing on the screen says that it is complete.
 */
async function settled<T>(read: () => Promise<T>): Promise<T> {
  let last = await read();
  for (let same = 0; same < 6; same += 1) {
    await sleep(60);
    const now = await read();
    if (JSON.stringify(now) !== JSON.stringify(last)) same = -1;
    last = now;
  }
  return last;
}
