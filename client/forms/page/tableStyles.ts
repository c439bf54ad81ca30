/** How a table looks: see `styles.ts`. */
import { css } from 'lit';

export const tableStyles = css`
  body[data-page='table'] main {
    display: flex;
    flex-direction: column;
    height: 100vh;
    box-sizing: border-box;
    padding: 8px 12px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 8px 0;
  }
  .toolbar suggest-field {
    width: 220px;
  }
  .toolbar vscode-textfield {
    width: 220px;
  }
  .grid {
    position: relative;
    scroll-padding-top: 32px;
    flex: 1;
    min-height: 120px;
    overflow: auto;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
  }
  .grid:focus-visible {
    outline: none;
  }
  .row {
    display: grid;
    align-items: stretch;
    box-sizing: border-box;
    border-bottom: 1px solid var(--vscode-tree-tableColumnsBorder, var(--vscode-contrastBorder, transparent));
  }
  .heads {
    position: sticky;
    z-index: 7;
    top: 0;
  }
  .row.changing {
    z-index: 6;
  }
  .above .suggestions {
    top: auto;
    bottom: 100%;
  }
  .head {
    background: var(--vscode-editor-background);
    border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor));
    font-weight: 600;
  }
  .cell {
    position: relative;
    box-sizing: border-box;
    min-width: 0;
    padding: 4px 8px;
    overflow-wrap: anywhere;
  }
  .fixed .row:not(.head) {
    height: 30px;
    contain: size layout style;
  }
  .fixed .row:not(.head) .cell:not(.edited) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.edited {
    padding: 1px;
    z-index: 4;
  }
  .cell:focus {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .row.chosen {
    background: var(--vscode-list-inactiveSelectionBackground);
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -2px;
  }
  .row.heading {
    font-weight: 600;
  }
  /* What heads the rows below has nothing beside it: there is room for it. */
  .row.alone .cell:not(.edited) {
    overflow: visible;
    overflow-wrap: normal;
    white-space: nowrap;
  }
  .flag {
    display: inline-block;
    margin-inline-end: 6px;
    padding: 0 5px;
    border: 1px solid currentColor;
    border-radius: 8px;
    font-size: 0.85em;
  }
  .head .cell {
    cursor: pointer;
  }
  .tick {
    display: inline-block;
    box-sizing: border-box;
    width: 16px;
    height: 16px;
    border: 1px solid var(--vscode-checkbox-border, currentColor);
    border-radius: 3px;
    line-height: 13px;
    text-align: center;
  }
`;
