/**
 * Messages to the user. VS Code makes links of Markdown's in them, and runs the commands that these lead to, and icons in
 * the status bar: what they say of files and standards is text, and nothing else. ESLint keeps everybody from going past
 * these.
 */
import { window } from 'vscode';
import { withoutIcons, withoutLinks } from '../../server/words/asItStands';

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

/**
 * Asks before something is done, and waits for the answer.
 * @param detail lines below the question
 * @returns whether it is to be done
 */
export const askWhether = async (
  question: string,
  detail: readonly string[],
  yes: string,
): Promise<boolean> =>
  (await window.showInformationMessage(
    withoutLinks(question),
    { modal: true, detail: detail.join('\n') },
    yes,
  )) === yes;

/** What has been done, in the status bar for a while: nobody has to answer. */
export const showDone = (message: string, milliseconds = 5000): void =>
  void window.setStatusBarMessage(withoutIcons(message), milliseconds);
