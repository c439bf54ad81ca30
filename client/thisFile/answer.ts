/** What the server knows of the file that This File shows: its elements, details and findings, and their fixes. */
import type { Uri } from 'vscode';
import { CodeActionRequest, type BaseLanguageClient, type CodeAction } from 'vscode-languageclient';
import { ThisFileRequest, type ThisFile } from '../../server/lsp/protocol';
import { isMarkdown } from '../host/fileNames';
import { findingNames, type Fix } from './rows';

/** What the server says of a file; `file` is undefined where it is no evidence. */
export interface ThisFileAnswer {
  readonly uri: string;
  readonly file: ThisFile | undefined;
  readonly fixes: readonly FoundFix[];
}

export interface FoundFix extends Fix {
  readonly action: CodeAction;
}

/** Asks the server anew; undefined where there is nothing to ask about. */
export async function askThisFile(
  client: BaseLanguageClient,
  file: Uri | undefined,
): Promise<ThisFileAnswer | undefined> {
  if (file === undefined || !isMarkdown(file)) return undefined;
  const uri = file.toString();
  const found = (await client.sendRequest(ThisFileRequest, { uri })) ?? undefined;
  return { uri, file: found, fixes: found ? await fixesFor(client, uri, found) : [] };
}

/** The quick fixes of all findings, in one question. */
async function fixesFor(
  client: BaseLanguageClient,
  uri: string,
  { findings }: ThisFile,
): Promise<readonly FoundFix[]> {
  const last = Math.max(0, ...findings.map(({ range }) => range.end.line));
  if (findings.length === 0) return [];
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: last + 1, character: 0 } },
    context: { diagnostics: [...findings], only: ['quickfix'] },
  });
  const names = findingNames(findings);
  return (answer ?? []).flatMap((action): readonly FoundFix[] => {
    // A bare command has a text where an action has its edit.
    if (typeof action.command === 'string') return [];
    const { title, isPreferred = false, diagnostics = [] } = action as CodeAction;
    const [first] = diagnostics;
    const at = findings.findIndex(
      ({ code, range, message }) =>
        first !== undefined &&
        code === first.code &&
        message === first.message &&
        range.start.line === first.range.start.line &&
        range.start.character === first.range.start.character,
    );
    const finding = names[at];
    return finding === undefined ? [] : [{ finding, title, isPreferred, action: action as CodeAction }];
  });
}
