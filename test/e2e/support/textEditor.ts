import type { Page } from 'playwright-core';
import { allRows, ask, drawnRows, type Row } from './page';
import { lightBulb } from './lightBulb';
import { isAny, lastOf, waitFor } from './waitFor';

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

interface SuggestionOptions {
  readonly open?: boolean;
  readonly timeout?: number;
  /** What the labels must be; any, if left out. */
  readonly until?: (labels: readonly string[]) => boolean;
}

const suggestWidget = '.suggest-widget.visible';
// Without the row of buttons at the bottom, which says by turns that it looks for quick fixes.
const hoverParts = '.monaco-editor .monaco-hover:not(.hidden) .hover-row:not(.status-bar)';

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

  const drawnSuggestions = async (): Promise<readonly Suggestion[]> =>
    (await drawnRows<Suggestion>(page, suggestWidget, 'suggestion')) ?? [];

  const suggestions = async (options: SuggestionOptions = {}): Promise<readonly Suggestion[]> => {
    const { open = true, timeout = 60_000, until = isAny } = options;
    const labels = (all: readonly Suggestion[]): boolean => until(all.map(({ label }) => label));
    // A list may be closed by what the editor does meanwhile, or hold only a part: then it is asked for again.
    const all = (): Promise<readonly Suggestion[]> => allRows<Suggestion>(page, suggestWidget, 'suggestion');
    const read = async (): Promise<readonly Suggestion[]> => {
      if (!open || labels(await all())) return all();
      await focus();
      if (await ask<boolean>(page, 'isVisible', suggestWidget)) await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      return lastOf(all, 'suggestions', { timeout: 3000, until: labels }, []);
    };
    return lastOf(read, 'suggestions', { timeout, until: labels }, []);
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

  return {
    ...lightBulb(page, focus),

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

    /** The same, once it has something: what is done by a command comes a moment after it. */
    editorTextWith: (pattern: RegExp): Promise<string> =>
      waitFor(editorText, `${pattern.source} in the text`, { until: (text) => pattern.test(text) }),

    /** The lines on the screen; unlike `editorText` it presses no key. */
    visibleLines: (): Promise<readonly Line[]> => ask(page, 'lines'),

    /** The squiggles on the screen, from the top; their messages are in the Problems panel and in hovers. */
    squiggles: async (): Promise<readonly Squiggle[]> => {
      const marks = await ask<readonly Squiggle[]>(page, 'squiggles');
      return [...marks].sort((a, b) => a.line - b.line || a.column - b.column);
    },

    /**
     * The text of the hover at a place, of all its parts, once it says all that is expected: the parts come one after
     * the other, and nothing on the screen says that there are no more. It is asked for again until then; when the
     * time is over, this gives the last text, empty if there was none.
     */
    hoverAt: async (
      line: number,
      column: number,
      expected: readonly RegExp[],
      timeout = 20_000,
    ): Promise<string> => {
      await goTo(line, column);
      // Until the mouse has been somewhere, the browser makes up moves of it, and they close the hover.
      await page.mouse.move(2, 2);
      const shown = async (): Promise<string> =>
        (await ask<readonly string[]>(page, 'texts', hoverParts)).join('\n').trim();
      const isComplete = (text: string): boolean =>
        text !== '' && !text.includes('Loading...') && expected.every((words) => words.test(text));
      const read = async (): Promise<string> => {
        await focus();
        await page.keyboard.press('Escape');
        await page.keyboard.press('ControlOrMeta+K');
        await page.keyboard.press('ControlOrMeta+I');
        return lastOf(shown, 'a hover', { timeout: Math.min(timeout, 3000), until: isComplete }, '');
      };
      return lastOf(read, 'a hover', { timeout, until: isComplete }, '');
    },

    /**
     * The suggestions at the cursor, in order, once their labels are what is expected; when the time is over, those
     * that there are then. With `open: false` it asks for none, and gives those that came by themselves.
     */
    suggestions,

    /** Chooses a suggestion by its label, with the keyboard. */
    acceptSuggestion: async (label: string): Promise<void> => {
      const step = async (): Promise<boolean> => {
        const drawn = await drawnSuggestions();
        if (drawn.find(({ focused }) => focused)?.label === label) return true;
        const until = (labels: readonly string[]): boolean => labels.includes(label);
        const all = (await suggestions({ until })).map((row) => row.label);
        if (!all.includes(label)) throw new Error(`"${label}" is not suggested, only: ${all.join(', ')}`);
        const focused = async (): Promise<string | undefined> =>
          (await drawnSuggestions()).find((row) => row.focused)?.label;
        for (let round = 0; round <= all.length && (await focused()) !== label; round += 1) {
          const before = await focused();
          await page.keyboard.press('ArrowDown');
          await waitFor(focused, 'the next suggestion', { timeout: 1000, until: (now) => now !== before });
        }
        return (await focused()) === label;
      };
      await waitFor(step, `the suggestion "${label}"`);
      await page.keyboard.press('Enter');
      await waitFor(
        async () => !(await ask<boolean>(page, 'isVisible', suggestWidget)),
        'the suggestions to close',
      );
    },

    /** What stands above lines as small links. */
    codeLenses: (): Promise<readonly string[]> => ask(page, 'texts', '.codelens-decoration'),
  };
}
