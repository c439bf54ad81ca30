/** The Markdown preview of VS Code, which is an extension of its own and may be switched off. */
import { commands as vscodeCommands, extensions, type Uri } from 'vscode';

/**
 * Shows a Markdown document rendered, and nothing else in the same preview; as text where there is no preview. Its
 * command is not among those that are registered before somebody has opened a Markdown file, so the extension is asked for.
 */
export async function showRenderedMarkdown(uri: Uri): Promise<void> {
  if (extensions.getExtension('vscode.markdown-language-features') === undefined) {
    await vscodeCommands.executeCommand('vscode.open', uri);
    return;
  }
  // Locked: another preview would show whatever Markdown file the user goes to next.
  await vscodeCommands.executeCommand('markdown.showPreview', uri, [uri], { locked: true });
}
