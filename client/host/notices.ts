/**
 * Messages to the user. VS Code makes links of Markdown's in them, and runs the commands that these lead to, and icons in
 * the status bar: what they say of files and standards is text, and nothing else. ESLint keeps everybody from going past
 * these.
 */
import { window } from 'vscode';
import { linesAsTheyStand, withoutIcons, withoutLinks } from '../../server/words/asItStands';

/** @returns what was chosen */
type Show = <Choice extends string>(
  message: string,
  ...choices: readonly Choice[]
) => Thenable<Choice | undefined>;

export const showInformation: Show = (message, ...choices) =>
  whole(message, choices, (text, buttons) => window.showInformationMessage(text, ...buttons));

export const showWarning: Show = (message, ...choices) =>
  whole(message, choices, (text, buttons) => window.showWarningMessage(text, ...buttons));

export const showError: Show = (message, ...choices) =>
  whole(message, choices, (text, buttons) => window.showErrorMessage(text, ...buttons));

/** About as many characters as VS Code has room for on one line of a message. */
const charactersOnOneLine = 45;

/** A message without a button stands on one line in VS Code, which cuts what is longer: that gets a button. */
async function whole<Choice extends string>(
  message: string,
  choices: readonly Choice[],
  show: (text: string, buttons: readonly string[]) => Thenable<string | undefined>,
): Promise<Choice | undefined> {
  const isCut = choices.length === 0 && message.length > charactersOnOneLine;
  const picked = await show(withoutLinks(message), isCut ? ['OK'] : choices);
  return choices.find((choice) => choice === picked);
}

/**
 * Asks before something is done, and waits for the answer: unlike a message it does not go by itself.
 * @param detail lines below the question
 * @returns what was chosen
 */
export const askWhich = <Choice extends string>(
  question: string,
  detail: readonly string[],
  ...choices: readonly Choice[]
): Thenable<Choice | undefined> =>
  window.showInformationMessage(
    withoutLinks(question),
    { modal: true, detail: linesAsTheyStand(detail) },
    ...choices,
  );

/**
 * Asks as `askWhich` does.
 * @returns whether it is to be done
 */
export const askWhether = async (
  question: string,
  detail: readonly string[],
  yes: string,
): Promise<boolean> => (await askWhich(question, detail, yes)) === yes;

/** What has been done, in the status bar for a while: nobody has to answer. */
export const showDone = (message: string, milliseconds = 5000): void =>
  void window.setStatusBarMessage(withoutIcons(message), milliseconds);
