/** How the pages look: in VS Code's own colours and sizes, whatever the theme. */
import { css, type CSSResult } from 'lit';
import { tableStyles } from './tableStyles';

const sheet = css`
  :root {
    color-scheme: light dark;
  }
  body {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    min-height: 100vh;
    color: var(--vscode-foreground);
    background: var(--vscode-editor-background);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    line-height: 1.4;
  }
  [hidden] {
    display: none !important;
  }
  main {
    padding: 12px 20px 40px;
  }
  body[data-page='form'] main {
    max-width: 980px;
  }
  h1,
  h2,
  h3 {
    font-weight: 600;
    line-height: 1.3;
  }
  h1 {
    font-size: 1.6em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.2em;
    margin: 24px 0 8px;
  }
  h3 {
    font-size: 1em;
    margin: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  p {
    margin: 4px 0;
    overflow-wrap: anywhere;
  }
  .remark {
    color: var(--vscode-descriptionForeground);
    overflow-wrap: anywhere;
  }
  /* The colour of errors is too light for small letters in some themes: it is beside them. */
  .remark.wrong {
    padding-inline-start: 6px;
    border-inline-start: 3px solid var(--vscode-errorForeground);
    color: var(--vscode-foreground);
  }
  .nothing {
    padding: 24px 0;
  }
  vscode-button[secondary] {
    --vscode-button-border: var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
  }
  button.link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: var(--vscode-textLink-foreground);
    font: inherit;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  button.link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  button.link:focus-visible,
  .wide:focus-visible,
  vscode-button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }

  .detail {
    display: grid;
    grid-template-columns: minmax(110px, 160px) minmax(0, 1fr);
    gap: 2px 16px;
    padding: 5px 0;
  }
  .detail .label {
    padding-top: 4px;
    font-weight: 600;
  }
  @media (max-width: 480px) {
    .detail {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .value vscode-textfield,
  .value vscode-single-select,
  .value suggest-field {
    width: 100%;
    max-width: 520px;
  }
  .value vscode-single-select {
    max-width: 260px;
  }
  vscode-checkbox {
    display: block;
    margin: 2px 0;
  }
  .paths li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 2px 0;
  }

  suggest-field {
    display: block;
    position: relative;
  }
  suggest-field input,
  input.cell {
    box-sizing: border-box;
    width: 100%;
    height: 26px;
    padding: 3px 6px;
    border: 1px solid
      var(
        --vscode-settings-textInputBorder,
        var(--vscode-input-border, var(--vscode-contrastBorder, transparent))
      );
    border-radius: 4px;
    color: var(--vscode-settings-textInputForeground, var(--vscode-input-foreground));
    background: var(--vscode-settings-textInputBackground, var(--vscode-input-background));
    font: inherit;
  }
  suggest-field input:focus,
  input.cell:focus {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  suggest-field input[aria-invalid='true'] {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  ::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }
  .suggestions {
    position: absolute;
    z-index: 10;
    top: 100%;
    inset-inline: 0;
    min-width: 220px;
    max-height: 240px;
    overflow-y: auto;
    border: 1px solid
      var(
        --vscode-settings-dropdownListBorder,
        var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor))
      );
    background: var(--vscode-settings-dropdownBackground, var(--vscode-dropdown-background));
    color: var(--vscode-dropdown-foreground, var(--vscode-foreground));
  }
  .suggestion {
    padding: 3px 8px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .suggestion:hover {
    background: var(--vscode-list-hoverBackground);
    color: var(--vscode-list-hoverForeground, inherit);
  }
  .suggestion.active {
    background: var(--vscode-list-activeSelectionBackground);
    color: var(--vscode-list-activeSelectionForeground, inherit);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .suggestion.active .remark {
    color: inherit;
  }

  .findings li,
  .elements > li {
    padding: 8px 0;
    border-top: 1px solid
      var(
        --vscode-settings-sashBorder,
        var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
      );
  }
  .severity,
  .state {
    display: inline-block;
    margin-inline-end: 8px;
    padding: 0 6px;
    border: 1px solid currentColor;
    border-radius: 9px;
    font-size: 0.9em;
    font-weight: 400;
    white-space: nowrap;
  }
  .severity.error,
  .state.missing,
  .state.unknown {
    border-color: var(--vscode-errorForeground);
  }
  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 4px;
  }
  .elements h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: baseline;
  }
  .elements h3 vscode-button {
    margin-inline-start: auto;
  }
  .guidance {
    margin: 6px 0 2px 4px;
  }

  .text {
    max-width: 760px;
    overflow-wrap: anywhere;
  }
  .text h3 {
    font-size: 1.4em;
    margin: 16px 0 6px;
  }
  .text h4 {
    font-size: 1.2em;
    margin: 14px 0 4px;
  }
  .text h5,
  .text h6 {
    font-size: 1em;
    margin: 12px 0 4px;
  }
  .text ul {
    list-style: disc;
    padding-inline-start: 24px;
  }
  .text p {
    margin: 8px 0;
  }
  .text img {
    max-width: 100%;
  }
  .text pre,
  .text code {
    font-family: var(--vscode-editor-font-family);
    background: var(--vscode-textCodeBlock-background);
  }
  .text pre {
    padding: 8px;
    overflow: auto;
  }
  .text blockquote {
    margin: 8px 0;
    padding: 0 12px;
    border-inline-start: 4px solid var(--vscode-textBlockQuote-border);
    background: var(--vscode-textBlockQuote-background);
  }
  .wide {
    overflow-x: auto;
  }
  .text table {
    border-collapse: collapse;
  }
  .text th,
  .text td {
    padding: 3px 8px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor));
    text-align: start;
    vertical-align: top;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const sheetOf = ({ styleSheet }: CSSResult): readonly CSSStyleSheet[] => (styleSheet ? [styleSheet] : []);

export const pageStyles: readonly CSSStyleSheet[] = [...sheetOf(sheet), ...sheetOf(tableStyles)];
