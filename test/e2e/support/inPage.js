/* global document, window, getComputedStyle, requestAnimationFrame, ClipboardEvent, DataTransfer, NodeFilter, WheelEvent */
// What the driver asks of the page, run inside it (by addInitScript, so it is a script and not a module). Plain
// JavaScript, because the project's TypeScript knows no DOM. Each function reads and returns plain data; the types of
// the answers are in page.ts.
(() => {
  const text = (element) => (element?.textContent ?? '').replaceAll('\u00a0', ' ');
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const isVisible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };

  const visible = (selector) => all(selector).filter(isVisible);

  /** The editor with the cursor, else the first one of the active group. */
  const editorElement = () =>
    document.activeElement?.closest('.editor-instance .monaco-editor') ??
    visible('.editor-group-container.active .editor-instance .monaco-editor')[0] ??
    visible('.editor-group-container.active .monaco-editor')[0];

  const top = (element) => Math.round(element.getBoundingClientRect().top);

  /** The text of the active editor's visible lines, each with the pieces that word wrap made of it. */
  const lines = () => {
    const editor = editorElement();
    if (!editor) return [];
    const numbers = new Map(
      all('.margin-view-overlays .line-numbers', editor).map((element) => [
        top(element),
        Number(text(element)),
      ]),
    );
    const found = [];
    const pieces = all('.lines-content .view-lines > .view-line', editor).sort((a, b) => top(a) - top(b));
    for (const element of pieces) {
      const line = numbers.get(top(element));
      if (line) found.push({ line, pieces: [{ element, text: text(element), from: 0 }] });
      else if (found.length > 0) {
        const last = found[found.length - 1];
        // A wrapped piece is drawn with the indentation of its line, which is not in the text.
        const indent = /^\s*/.exec(last.pieces[0].text)[0].length;
        last.pieces.push({ element, text: text(element).slice(indent), from: indent });
      }
    }
    return found;
  };

  const severityOf = (element) =>
    ['error', 'warning', 'info', 'hint'].find((name) => element.classList.contains(`squiggly-${name}`));

  /** The characters of one drawn line whose middle lies between two x co-ordinates: [from, to) in its text. */
  const charactersBetween = (element, left, right) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let offset = 0;
    let from = -1;
    let to = -1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < node.data.length; index += 1, offset += 1) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        const middle = (box.left + box.right) / 2;
        if (box.width === 0 || middle < left || middle > right) continue;
        if (from < 0) from = offset;
        to = offset + 1;
      }
    }
    return [from, to];
  };

  const row = (element) => ({
    index: Number(element.dataset.index),
    isLast: element.dataset.lastElement === 'true',
    ariaLabel: element.getAttribute('aria-label') ?? '',
    level: Number(element.getAttribute('aria-level') ?? 1),
    expanded: element.hasAttribute('aria-expanded')
      ? element.getAttribute('aria-expanded') === 'true'
      : undefined,
    selected: element.getAttribute('aria-selected') === 'true',
    focused: element.classList.contains('focused'),
    text: text(element),
    label: text(element.querySelector('.label-name')),
    description: text(element.querySelector('.label-description')),
  });

  const problem = (element) => ({
    ...row(element),
    file: text(element.querySelector('.resource-label-container .label-name')),
    folder: text(element.querySelector('.resource-label-container .label-description')),
    severity: /codicon-(error|warning|info|light-bulb)/.exec(
      element.querySelector('.marker-icon .codicon')?.className ?? '',
    )?.[1],
    message: all('.marker-message', element).map(text).join('\n'),
    source: text(element.querySelector('.marker-source')),
    code: text(element.querySelector('.marker-code')),
    codeLink: element.querySelector('a:has(.marker-code)')?.getAttribute('href') ?? undefined,
    position: text(element.querySelector('.marker-line')),
  });

  const suggestion = (element) => ({
    ...row(element),
    label: text(element.querySelector('.label-name')),
    // Beside the label ("description"), and at the right edge ("detail").
    description:
      text(element.querySelector('.qualifier-label')) || text(element.querySelector('.label-description')),
    detail: text(element.querySelector('.details-label')),
  });

  const quickPickRow = (element) => ({
    ...row(element),
    label: text(
      element.querySelector('.quick-input-list-row .label-name') ?? element.querySelector('.label-name'),
    ),
    description: text(element.querySelector('.quick-input-list-row .label-description')),
    detail: text(element.querySelectorAll('.quick-input-list-row')[1]),
    ticked: element.closest('.show-checkboxes') ? element.getAttribute('aria-checked') === 'true' : undefined,
  });

  const kinds = { row, problem, suggestion, quickPickRow };

  /** The rows of a list that are drawn now, in order. Sticky scroll draws the parents of the first row a second time. */
  const drawn = (root) =>
    all('.monaco-list-row', root)
      .filter((element) => !element.closest('.monaco-tree-sticky-container'))
      .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));

  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

  /** Turns the wheel over a list; a list draws its new rows at once or with the next frame. */
  const scroll = async (root, pixels) => {
    const target = root.querySelector('.monaco-list-rows') ?? root;
    target.dispatchEvent(
      new WheelEvent('wheel', { deltaY: pixels, wheelDeltaY: -pixels, bubbles: true, cancelable: true }),
    );
    await nextFrame();
  };

  const scrollToTop = async (root) => {
    for (let turn = 0; turn < 1000 && drawn(root)[0] && drawn(root)[0].dataset.index !== '0'; turn += 1) {
      await scroll(root, -100_000);
    }
  };

  /** Where a list has been scrolled to. */
  const placeOf = (root) => {
    const rows = drawn(root);
    const at = root.querySelector('.monaco-list-rows')?.getBoundingClientRect().top;
    return [at, rows[0]?.dataset.index, rows.at(-1)?.dataset.index].join();
  };

  /** Scrolls down by almost a page, so that no row is skipped; says whether there was anything more to see. */
  const turnPage = async (root) => {
    const before = placeOf(root);
    const { height } = root.getBoundingClientRect();
    await scroll(root, Math.max(height / 2, height - 100));
    for (let frame = 0; frame < 5 && placeOf(root) === before; frame += 1) await nextFrame();
    return placeOf(root) !== before;
  };

  /**
   * Reads a list from its top to its end; `atOnce` says that all of it was on the screen. The last row says that it is
   * the last one, but not where rows behind it have gone: then the end is where scrolling leads no further.
   */
  const readThrough = async (within, kind) => {
    const root = visible(within)[0];
    if (!root) return { found: [], atOnce: true };
    await scrollToTop(root);
    const found = new Map();
    const limit = Date.now() + 20_000;
    let pages = 0;
    for (;;) {
      const now = drawn(root).map(kinds[kind]);
      pages += 1;
      for (const one of now) found.set(one.index, one);
      if (now.length === 0 || now.at(-1).isLast || Date.now() > limit) break;
      if (!(await turnPage(root))) break;
    }
    await scrollToTop(root);
    return { found: [...found.values()].sort((a, b) => a.index - b.index), atOnce: pages === 1 };
  };

  let copied;
  document.addEventListener(
    'copy',
    (event) => {
      copied = event.clipboardData?.getData('text/plain');
    },
    // After the editor's own listener, which fills the clipboard.
    { capture: false },
  );

  window.harness = {
    isVisible: (selector) => visible(selector).length > 0,
    texts: (selector) => visible(selector).map((element) => element.innerText.replaceAll('\u00a0', ' ')),
    isEditorFocused: () => document.activeElement?.closest('.editor-instance .monaco-editor') != null,
    activeTab: () => {
      const tab = document.querySelector('.editor-group-container.active .tab.active');
      return tab
        ? {
            name: tab.dataset.resourceName,
            label: tab.getAttribute('aria-label'),
            isDirty: tab.matches('.dirty'),
          }
        : undefined;
    },
    lines: () =>
      lines().map(({ line, pieces }) => ({ line, text: pieces.map((piece) => piece.text).join('') })),
    squiggles: () => {
      const editor = editorElement();
      if (!editor) return [];
      const shown = lines();
      const marks = all('.view-overlays .cdr', editor).filter((element) => severityOf(element));
      return marks.flatMap((mark) => {
        const box = mark.getBoundingClientRect();
        for (const { line, pieces } of shown) {
          let before = 0;
          for (const { element, text: pieceText, from } of pieces) {
            if (Math.abs(top(element) - top(mark)) < 3) {
              const [start, end] = charactersBetween(element, box.left, box.right);
              const column = before + start - from + 1;
              const covered = text(element).slice(start, end);
              return [
                { severity: severityOf(mark), line, column, endColumn: column + end - start, text: covered },
              ];
            }
            before += pieceText.length;
          }
        }
        return [];
      });
    },
    /** The rows that are drawn now of the first visible list that a selector finds; undefined if there is none. */
    drawnRows: (within, kind) => {
      const root = visible(within)[0];
      return root && drawn(root).map(kinds[kind]);
    },
    /**
     * All rows: only those on the screen are drawn, so this goes through the list from its top and back. A list that
     * changes meanwhile is read again, lest the answer be half of the old one and half of the new.
     */
    allRows: async (within, kind) => {
      let rows = await readThrough(within, kind);
      for (let turn = 0; turn < 5 && !rows.atOnce; turn += 1) {
        const again = await readThrough(within, kind);
        const same = JSON.stringify(again.found) === JSON.stringify(rows.found);
        rows = again;
        if (same) break;
      }
      return rows.found;
    },
    /** Scrolls until a row is on the screen, whole; says whether it is. */
    reveal: async (within, index) => {
      const root = visible(within)[0];
      for (let turn = 0; root && turn < 1000; turn += 1) {
        const rows = drawn(root);
        const row = rows.find((element) => Number(element.dataset.index) === index);
        const box = root.getBoundingClientRect();
        const at = row?.getBoundingClientRect();
        if (at && at.top >= box.top - 1 && at.bottom <= box.bottom + 1) return true;
        const isBelow = at ? at.bottom > box.bottom : Number(rows[0]?.dataset.index) < index;
        await scroll(root, (isBelow ? 1 : -1) * Math.max(22, Math.min(200, box.height / 3)));
      }
      return false;
    },
    paste: (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    },
    statusBar: () =>
      visible('.statusbar-item').map((element) => ({
        id: element.id,
        text: text(element).trim(),
        ariaLabel: element.getAttribute('aria-label') ?? '',
      })),
    notifications: () =>
      visible(':is(.notifications-toasts, .notifications-center) .notification-list-item').map((element) => ({
        severity: /codicon-(error|warning|info)/.exec(
          element.querySelector('.notification-list-item-icon')?.className ?? '',
        )?.[1],
        message: text(element.querySelector('.notification-list-item-message')),
        buttons: all('.notification-list-item-buttons-container .monaco-button', element).map(text),
      })),
    forgetCopy: () => {
      copied = undefined;
    },
    copied: () => copied,
  };
})();
