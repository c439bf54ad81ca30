import type { Page } from 'playwright-core';

/** What somebody who has never seen YAML should not have met. */
export interface Seen {
  /** Names of YAML files that had a tab. */
  readonly yamlTabs: readonly string[];
  /** Keys that were typed into a text editor, without those that call a command. */
  readonly typed: readonly string[];
  /** Lines within a block at the top of a file in which the cursor has stood; the first one is where files open. */
  readonly inBlock: readonly number[];
}

/** Watches a window from now on; gives a function that says what has been seen. Reloading ends it. */
export async function witness(page: Page): Promise<() => Promise<Seen>> {
  await page.evaluate(`(() => {
    const seen = (window.seenByWitness = { yamlTabs: [], typed: [], inBlock: [] });
    const look = () => {
      for (const tab of document.querySelectorAll('.tab')) {
        const name = tab.dataset.resourceName ?? '';
        if (/\\.ya?ml$/.test(name) && !seen.yamlTabs.includes(name)) seen.yamlTabs.push(name);
      }
    };
    const lineOfCursor = () =>
      Number(/Ln (\\d+)/.exec(document.querySelector('[id="status.editor.selection"]')?.textContent ?? '')?.[1] ?? 0);
    let before = 0;
    const follow = () => {
      const line = lineOfCursor();
      if (line === before) return;
      before = line;
      // The lines are drawn with one of the next frames.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const lines = harness.lines();
        const end = lines.find((one) => one.line > 1 && one.text === '---')?.line ?? 0;
        const hasBlock = lines[0]?.line === 1 && lines[0].text === '---';
        if (hasBlock && line > 1 && line <= end && lineOfCursor() === line) seen.inBlock.push(line);
      }));
    };
    new MutationObserver(() => { look(); follow(); })
      .observe(document.body, { childList: true, subtree: true, characterData: true });
    document.addEventListener('keydown', (event) => {
      const isCommand = event.ctrlKey || event.metaKey || event.altKey;
      const isText = event.key.length === 1 || ['Enter', 'Backspace', 'Delete', 'Tab'].includes(event.key);
      if (!isCommand && isText && event.target.closest?.('.editor-instance .monaco-editor')) seen.typed.push(event.key);
    }, true);
  })()`);
  return () => page.evaluate<Seen>('window.seenByWitness');
}
