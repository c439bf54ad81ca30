/** What runs in the page of a form or of a table: one script for all of them. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './suggestField';
import { showForm } from './form';
import { pageStyles } from './styles';
import { showTable } from './table';

document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...pageStyles];
const page = document.querySelector('main');
if (page && document.body.dataset['page'] === 'form') showForm(page);
else if (page) showTable(page);

// VS Code would select all once more when it has heard of the keys, and what has been typed by then with it. The page
// sees the keys before VS Code's own frame does.
document.body.addEventListener('keydown', (event) => {
  const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a';
  const [target] = event.composedPath();
  const isHere = target instanceof HTMLInputElement || event.defaultPrevented;
  if (isAll && isHere) event.stopPropagation();
});
