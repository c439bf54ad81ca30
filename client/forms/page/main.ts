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
