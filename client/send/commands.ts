/** *Evidence: Save a Version…*, *Send for Review…* and *Get the Others' Work*: the steps, asked and said in VS Code. */
import {
  commands as vscodeCommands,
  env,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type Memento,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CompareRequest, EvidenceTableRequest, LookAgainRequest } from '../../server/lsp/protocol';
import type { GitRepository } from '../git/api';
import { sideOf } from '../git/base';
import { commands } from '../host/commands';
import { isWithin } from '../host/fileNames';
import { offerFirstSteps } from '../host/firstSteps';
import { askWhether, showInformation, showWarning } from '../host/notices';
import type { ElementSource } from '../portfolios/elementSource';
import type { ChangedFile } from './changedFiles';
import { getWork, leaveOut, type Got } from './getWork';
import { questionsOf, titles } from './questions';
import { send, type Outcome, type Questions, type Wish } from './send';
import { repositoryFor } from './where';
import { gotInWords, leftOutInWords, outcomeInWords, plainSentence, type Next, type Said } from './words';

export interface SendingParts {
  readonly client: BaseLanguageClient;
  readonly source: ElementSource;
  /** Where a message is kept until its version is saved. */
  readonly memory: Memento;
}

/** What has come of it, in words, and what its buttons do that no other command does. */
interface Ending {
  readonly said: Said;
  readonly act: (next: Next) => Promise<void>;
}

export function sendCommands(parts: SendingParts): Readonly<Record<string, () => Promise<void>>> {
  // One at a time: the second would change under the first what it has looked at. What is said at the end may stay
  // on show for long, and holds up nothing.
  let isAtWork = false;
  const alone = async (work: () => Promise<Ending | undefined>): Promise<void> => {
    if (isAtWork) {
      void showInformation('A version is being saved, sent or got already. Answer what is asked first.');
      return;
    }
    isAtWork = true;
    let ending: Ending | undefined;
    try {
      ending = await work();
    } finally {
      isAtWork = false;
    }
    if (ending === undefined) return;
    const tell = ending.said.isWarning ? showWarning : showInformation;
    const next = await tell(ending.said.text, ...ending.said.next);
    if (next === 'Save a Version') await save('save');
    else if (next === 'Send for Review') await save('review');
    else if (next === 'Get the Others’ Work') await get();
    else if (next === 'Leave Theirs Out for Now') await leave();
    else if (next === 'Open Source Control') await vscodeCommands.executeCommand('workbench.view.scm');
    else if (next !== undefined) await ending.act(next);
  };
  const save = (wish: Wish, asNewCopy = false): Promise<void> =>
    alone(async () => {
      const outcome = await sent(parts, wish, asNewCopy);
      const said = outcome && outcomeInWords(outcome);
      const act = async (next: Next): Promise<void> => {
        if (next === 'Try Again') await save(wish, asNewCopy);
        if (next === 'Send as a New Copy') await save(wish, true);
        if (outcome && next === 'Open the Page for Review') await openPage(outcome);
        if (outcome?.kind === 'sent' && next === 'Copy Its Name')
          await env.clipboard.writeText(outcome.branch);
        if (outcome && next === 'Open the First File') await openFirst(outcome);
      };
      return said && { said, act };
    });
  const get = (): Promise<void> =>
    alone(async () => {
      const got = await gotten(parts);
      const said = got && gotInWords(got);
      const act = async (next: Next): Promise<void> => {
        if (next === 'Try Again') await get();
        if (got && next === 'Open the First File') await openFirst(got);
      };
      return said && { said, act };
    });
  const leave = (): Promise<void> =>
    alone(async () => {
      const said = await leftOut(parts);
      return said && { said, act: () => Promise.resolve() };
    });
  return {
    [commands.saveVersion]: () => save('save'),
    [commands.sendForReview]: () => save('review'),
    [commands.getWork]: () => get(),
  };
}

/** Undefined where there is nowhere to keep versions, which has been said. */
async function sent(parts: SendingParts, wish: Wish, asNewCopy: boolean): Promise<Outcome | undefined> {
  const place = await placeOf(parts, titles[wish]);
  if (place === undefined || hidesNewFiles(place.repository)) return undefined;
  const { repository, isOurs, ask } = place;
  const title = titles[wish];
  const outcome = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    send({ repository, isOurs, ask, wish, asNewCopy, lookAgain: (uris) => lookAgain(parts.client, uris) }),
  );
  if (hasSaved(outcome)) await place.forgetDraft();
  return outcome;
}

async function gotten(parts: SendingParts): Promise<Got | undefined> {
  const title = 'Get the Others’ Work';
  const place = await placeOf(parts, title);
  if (place === undefined) return undefined;
  const { repository, ask } = place;
  return window.withProgress({ location: ProgressLocation.Window, title }, () =>
    getWork({ repository, ask }),
  );
}

/** Undefined where the user has left it. */
async function leftOut(parts: SendingParts): Promise<Said | undefined> {
  const place = await placeOf(parts, 'Leave Out the Others’ Work');
  if (place === undefined) return undefined;
  const isWanted = await askWhether(
    'Leave out for now what the others have done?',
    [
      'The files become what they were before it was brought in, and what you have written into them since goes. The others’ work stays at the shared place, and you can get it again.',
    ],
    'Leave It Out',
  );
  return isWanted ? leftOutInWords(await leaveOut(place.repository)) : undefined;
}

const hasSaved = (outcome: Outcome): boolean =>
  outcome.kind === 'saved' || outcome.kind === 'sent' || ('hasSaved' in outcome && outcome.hasSaved);

/** Made of the address of the shared place, and opened when the user has said so. */
async function openPage(outcome: Outcome): Promise<void> {
  const page = 'page' in outcome ? outcome.page : undefined;
  if (page !== undefined) await env.openExternal(Uri.parse(page, true));
}

async function openFirst(result: Outcome | Got): Promise<void> {
  for (const file of 'files' in result && typeof result.files === 'object' ? result.files : []) {
    // One that somebody has removed is new, too, and cannot be shown.
    const isThere = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    await vscodeCommands.executeCommand('vscode.open', file);
    return;
  }
}

interface Place {
  readonly repository: GitRepository;
  readonly isOurs: (uri: Uri) => boolean;
  readonly ask: Questions;
  forgetDraft(): Promise<void>;
}

async function placeOf(parts: SendingParts, title: string): Promise<Place | undefined> {
  const now = await parts.source.current();
  if (now === undefined || now.portfolios.length === 0) {
    // Whoever does not answer is not waited for: other commands would wait, too.
    void offerFirstSteps();
    return undefined;
  }
  const roots = now.portfolios.map(({ root }) => root);
  const repository = await repositoryFor(roots, title);
  if (repository === undefined) return undefined;
  const folder = repository.rootUri.toString();
  const shared = await evidenceOutside(parts.client, roots);
  const isOurs = (uri: Uri): boolean =>
    isWithin(folder, uri) && (roots.some((root) => isWithin(root, uri)) || shared.has(uri.path));
  const key = `send.message ${folder}`;
  const ask = questionsOf({
    isOurs,
    folder,
    sentence: (files) => sentence(parts.client, repository, files),
    draft: {
      get: () => parts.memory.get<string>(key),
      set: async (value) => parts.memory.update(key, value),
    },
  });
  return { repository, isOurs, ask, forgetDraft: async () => parts.memory.update(key, undefined) };
}

/** Paths of evidence that portfolios take from elsewhere. */
async function evidenceOutside(
  client: BaseLanguageClient,
  roots: readonly string[],
): Promise<ReadonlySet<string>> {
  const tables = await Promise.all(roots.map((root) => client.sendRequest(EvidenceTableRequest, { root })));
  const uris = tables.flatMap((table) => (table?.rows ?? []).map(({ uri }) => Uri.parse(uri)));
  return new Set(uris.filter((uri) => !roots.some((root) => isWithin(root, uri))).map(({ path }) => path));
}

/** Who watches the disk tells of a file a moment later, and what has been written just now is what is to be sent. */
async function lookAgain(client: BaseLanguageClient, uris: readonly string[]): Promise<void> {
  try {
    await client.sendRequest(LookAgainRequest, { uris });
  } catch (error) {
    client.outputChannel.info(`What has changed could not be looked at again: ${String(error)}`);
  }
}

/** What has changed since the last version, as the server says it; of files that it says nothing of, their names. */
async function sentence(
  client: BaseLanguageClient,
  repository: GitRepository,
  files: readonly ChangedFile[],
): Promise<string> {
  try {
    const side = await sideOf(repository, { ref: 'HEAD', isAutomatic: true, isTheirs: false }, new Map());
    const about = { folder: repository.rootUri.toString(), files: side.files, direction: 'since' as const };
    const compared = await client.sendRequest(CompareRequest, about);
    if (compared?.sentence) return compared.sentence;
  } catch (error) {
    client.outputChannel.info(`No sentence could be made of what has changed: ${String(error)}`);
  }
  return plainSentence(files);
}

/** Then new evidence would be left behind without a word. */
function hidesNewFiles({ rootUri }: GitRepository): boolean {
  const isHidden = workspace.getConfiguration('git', rootUri).get<string>('untrackedChanges') === 'hidden';
  if (isHidden)
    void showWarning(
      'VS Code is set to hide new files here (the setting “git.untrackedChanges”), so new evidence would be left behind. Set it to “mixed”, and try again.',
    );
  return isHidden;
}
