/**
 * *Evidence: Create Portfolio…*: a few questions, each with an answer that holds where it is passed over with Escape, and
 * a last look before anything is written. Nobody is left in a file of settings.
 */
import {
  FileType,
  Uri,
  WorkspaceEdit,
  commands as vscodeCommands,
  window,
  workspace,
  type QuickPickItem,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NewPortfolioRequest, type NewPortfolioResult } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { dayWords } from '../../server/words/dates';
import { chooseDay } from '../details/chooseDay';
import { portfolioText, type NewPortfolio } from '../edits/newText';
import { commands, revealCoverage } from '../host/commands';
import { isWithin, nameOf, pathWithin } from '../host/fileNames';
import { showError, showInformation } from '../host/notices';
import { folderForPortfolio, manifestIn, rootOfRow } from './portfolioFile';
import { showInput, showPick } from '../host/pickers';

/** Begins a portfolio in a workspace folder; opens the portfolio file that is there already. */
export async function createPortfolio(client: BaseLanguageClient, row: unknown): Promise<void> {
  const folder = rootOfRow(row) ?? (await folderForPortfolio());
  if (folder === undefined) return;
  const there = await manifestIn(folder);
  if (there) {
    await window.showTextDocument(there);
    void showInformation('This folder has a portfolio file already. Here it is.');
    return;
  }
  const offered = await client.sendRequest(NewPortfolioRequest, {});
  const [standard] = offered?.standards ?? [];
  if (offered === null || standard === undefined) {
    void showError('The part of Evidence Portfolio that knows the standards does not answer yet. Try again.');
    return;
  }
  const begun = { title: nameOf(folder), standard: standard.id, assessment: '', evidence: '' };
  const answers = await askAll({ client, folder, offered }, begun);
  if (answers !== undefined) await write(folder, answers);
}

interface Asking {
  readonly client: BaseLanguageClient;
  readonly folder: Uri;
  readonly offered: NewPortfolioResult;
}

/** An answer; undefined where the question is passed over. */
type Answer = Partial<NewPortfolio> | undefined;

interface Question {
  readonly label: string;
  /** The answer in words. */
  readonly words: (answers: NewPortfolio, asking: Asking) => string;
  readonly ask: (answers: NewPortfolio, asking: Asking, title: string) => Promise<Answer>;
}

const questions: readonly Question[] = [
  { label: 'Name', words: ({ title }) => title, ask: askName },
  {
    label: 'Standard',
    words: ({ standard }, { offered }) =>
      offered.standards.find(({ id }) => id === standard)?.title ?? standard,
    ask: askStandard,
  },
  {
    label: 'Day of the assessment',
    words: ({ assessment }) => (assessment === '' ? 'not known yet' : dayWords(assessment)),
    ask: askAssessment,
  },
  {
    label: 'Evidence',
    words: ({ evidence }) => (evidence === '' ? 'anywhere in this folder' : `in ${evidence}/`),
    ask: askPlace,
  },
];

async function askAll(asking: Asking, begun: NewPortfolio): Promise<NewPortfolio | undefined> {
  let answers = begun;
  for (const [at, { ask }] of questions.entries()) {
    const title = `Create Portfolio (${at + 1} of ${questions.length})`;
    answers = { ...answers, ...(await ask(answers, asking, title)) };
  }
  for (;;) {
    const chosen = await lastLook(answers, asking);
    if (chosen === undefined) return undefined;
    if (chosen === 'write') return answers;
    answers = { ...answers, ...(await chosen.ask(answers, asking, 'Create Portfolio')) };
  }
}

async function lastLook(answers: NewPortfolio, asking: Asking): Promise<Question | 'write' | undefined> {
  const rows = questions.map((question) =>
    Object.assign(rowAsItStands({ label: question.label, description: question.words(answers, asking) }), {
      chosen: question,
    }),
  );
  const create = { label: '$(check) Create the portfolio', description: '', chosen: 'write' as const };
  const picked = await showPick<QuickPickItem & { readonly chosen: Question | 'write' }>([create, ...rows], {
    title: 'Create Portfolio',
    placeHolder: 'Create it, or choose what is to be changed. Escape: nothing is written',
    ignoreFocusOut: true,
  });
  return picked?.chosen;
}

async function askName({ title: now }: NewPortfolio, _: Asking, title: string): Promise<Answer> {
  const typed = await showInput({
    title,
    prompt:
      'What is the portfolio called? For example your organisation, the standard and the year. Escape leaves it as it is.',
    value: now,
    ignoreFocusOut: true,
  });
  return typed === undefined || typed.trim() === '' ? undefined : { title: typed.trim() };
}

async function askStandard(
  { standard: now }: NewPortfolio,
  { folder, offered }: Asking,
  title: string,
): Promise<Answer> {
  const other = { label: '$(file) Another one, from a file in this folder…', description: '', id: '' };
  const known = offered.standards.map((one) =>
    Object.assign(rowAsItStands({ label: one.title, description: one.id === now ? 'now' : '' }), {
      id: one.id,
    }),
  );
  const picked = await showPick([...known, other], {
    title,
    placeHolder: 'Which standard is the evidence for? Escape leaves the first',
    ignoreFocusOut: true,
  });
  if (picked === undefined) return undefined;
  if (picked.id !== '') return { standard: picked.id };
  const chosen = await window.showOpenDialog({
    defaultUri: folder,
    title: 'The File of the Standard',
    openLabel: 'Choose',
  });
  const [file] = chosen ?? [];
  if (file === undefined) return undefined;
  if (isWithin(folder.toString(), file)) return { standard: pathWithin(folder.toString(), file) };
  void showInformation(`${nameOf(file)} is not in ${nameOf(folder)}. Copy it there first.`);
  return undefined;
}

async function askAssessment(
  { assessment }: NewPortfolio,
  { client, offered }: Asking,
  title: string,
): Promise<Answer> {
  const day = await chooseDay({
    title: `${title}: When Is the Assessment?`,
    today: offered.today,
    current: assessment,
    likely: offered.days,
    read: async (typed) => (await client.sendRequest(NewPortfolioRequest, { typed }))?.days ?? [],
    isPast: false,
    none: 'It is not known yet',
  });
  return day === undefined ? undefined : { assessment: day };
}

async function askPlace(_: NewPortfolio, { folder }: Asking, title: string): Promise<Answer> {
  const below = await foldersIn(folder);
  const rows: readonly (QuickPickItem & { readonly evidence: string })[] = [
    { label: 'Anywhere in this folder', description: 'whatever Markdown file names elements', evidence: '' },
    ...below.map((name) => Object.assign(rowAsItStands({ label: `In ${name}/` }), { evidence: name })),
    ...(below.includes('evidence') ? [] : [{ label: 'In a new folder, evidence/', evidence: 'evidence' }]),
  ];
  const picked = await showPick(rows, {
    title,
    placeHolder: 'Where is the evidence, or where is it to be? Escape: anywhere',
    ignoreFocusOut: true,
  });
  return picked && { evidence: picked.evidence };
}

async function foldersIn(folder: Uri): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  return entries
    .filter(([name, type]) => type === FileType.Directory && !/^\.|^node_modules$|^attachments$/.test(name))
    .map(([name]) => name)
    .sort();
}

/** Writes the file as one step that Undo takes back, and shows what there is to do instead of the file. */
async function write(folder: Uri, answers: NewPortfolio): Promise<void> {
  const uri = Uri.joinPath(folder, 'portfolio.yaml');
  const edit = new WorkspaceEdit();
  const contents = new TextEncoder().encode(portfolioText(answers.title, answers));
  edit.createFile(uri, { contents }, { label: 'Create portfolio', needsConfirmation: false });
  if (!(await workspace.applyEdit(edit))) {
    void showError(
      `${workspace.asRelativePath(uri)} could not be created. Check that you may write in this folder.`,
    );
    return;
  }
  await vscodeCommands.executeCommand(revealCoverage);
  const steps = [
    { title: 'New Evidence', command: commands.newEvidence },
    { title: 'Import a Matrix…', command: commands.importMatrix },
    { title: 'Open the Portfolio File', command: commands.openManifest },
  ];
  const said = `“${answers.title}” is begun: Coverage lists what the standard asks for. Write the first evidence, or import a matrix of it from Excel, Word or LibreOffice.`;
  const picked = await showInformation(said, ...steps.map(({ title }) => title));
  const step = steps.find(({ title }) => title === picked);
  if (step) await vscodeCommands.executeCommand(step.command);
}
