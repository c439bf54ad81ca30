/** The text below the block of an evidence file, as VS Code's Markdown preview renders it. */
import { commands as vscodeCommands, type TextDocument } from 'vscode';
import { escapedHtml } from '../words/escapedHtml';

/** HTML that nobody has looked through; where the Markdown extension is switched off, the text as it stands. */
export async function renderedTextOf(document: TextDocument): Promise<string> {
  const text = withoutBlock(document.getText());
  try {
    const html: unknown = await vscodeCommands.executeCommand('markdown.api.render', text);
    if (typeof html === 'string') return html;
  } catch {
    // There is no such command without the Markdown extension of VS Code.
  }
  return `<pre>${escapedHtml(text)}</pre>`;
}

/** Its details stand above it already. */
const withoutBlock = (text: string): string =>
  text.replace(/^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/, '');
