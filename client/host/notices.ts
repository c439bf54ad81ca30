/**
 * Messages to the user. VS Code makes links of Markdown's in them, and runs the commands that these lead to: what they
 * say of files and standards is text, and nothing else. ESLint keeps everybody from going past these three.
 */
import { window } from 'vscode';
import { withoutLinks } from '../../server/words/asItStands';

/** @returns what was chosen */
type Show = <Choice extends string>(
  message: string,
  ...choices: readonly Choice[]
) => Thenable<Choice | undefined>;

export const showInformation: Show = (message, ...choices) =>
  window.showInformationMessage(withoutLinks(message), ...choices);

export const showWarning: Show = (message, ...choices) =>
  window.showWarningMessage(withoutLinks(message), ...choices);

export const showError: Show = (message, ...choices) =>
  window.showErrorMessage(withoutLinks(message), ...choices);
