/** What is compared with what: chosen by the user, or found by itself. */
import { QuickPickItemKind, ThemeIcon, Uri, window, type QuickPickItem } from 'vscode';
import type { CoverageResult } from '../../server/lsp/protocol';
import { branchName } from '../git/baseFiles';
import { withoutIcons } from '../../server/words/asItStands';
import { gitApi, hasGitExtension, type GitRepository } from '../git/api';
import { defaultBaseOf, Refusal, repositoriesOf } from '../git/base';
import { refTypes } from '../git/numbers';
import { nameOf } from '../host/fileNames';

export interface Target {
  readonly repository: GitRepository;
  /** The base as git knows it. */
  readonly ref: string;
  /** The base as people know it. */
  readonly name: string;
  readonly isAutomatic: boolean;
}

const rootsOf = ({ portfolios }: CoverageResult): readonly Uri[] =>
  portfolios.map(({ root }) => Uri.parse(root));

/**
 * The default branch, where another one is checked out; undefined where there is nothing to compare, for whatever
 * reason: nobody has asked.
 */
export async function automaticTarget(coverage: CoverageResult): Promise<Target | undefined> {
  const api = await gitApi();
  const [repository] = api ? repositoriesOf(api, rootsOf(coverage)) : [];
  const branch = repository?.state.HEAD?.name;
  if (!repository || branch === undefined || repository.state.HEAD?.commit === undefined) return undefined;
  const base = await defaultBaseOf(repository);
  if (base === undefined || base.branch === branch) return undefined;
  return { repository, ref: base.ref, name: base.branch, isAutomatic: true };
}

/** Asks with what to compare; undefined where the user leaves it. @throws Refusal */
export async function chooseTarget(coverage: CoverageResult): Promise<Target | undefined> {
  const api = await gitApi();
  if (!api) throw new Refusal(hasGitExtension() ? switchedOff : notHere);
  const repositories = repositoriesOf(api, rootsOf(coverage));
  if (repositories.length === 0) throw new Refusal(noRepository);
  const repository = repositories.length === 1 ? repositories[0] : await chooseRepository(repositories);
  if (!repository) return undefined;
  const items = await choicesIn(repository);
  if (!items.some(({ ref }) => ref !== undefined))
    throw new Refusal('There is no commit in this repository yet, so there is nothing to compare with.');
  const picked = await window.showQuickPick(items, {
    title: 'Compare with Branch',
    placeHolder:
      'Which branch? Coverage marks what has changed since, or what a branch that has gone on would change',
    matchOnDescription: true,
  });
  if (picked?.ref === undefined) return undefined;
  return { repository, ref: picked.ref, name: picked.named ?? branchName(picked.ref), isAutomatic: false };
}

const notHere =
  'Comparing needs VS Code’s own Git extension, which is not here: not in a browser, a virtual workspace or Restricted Mode. Open a clone of the repository in VS Code on a computer, or have CI run “evidence-portfolio diff”.';
const switchedOff =
  'VS Code’s Git extension is switched off or has found no git on this computer. Install git, or switch the setting “git.enabled” on, and try again.';
const noRepository =
  'The portfolio does not lie in a git repository that VS Code has opened. If it is one, the view Source Control says why it is not open.';

async function chooseRepository(repositories: readonly GitRepository[]): Promise<GitRepository | undefined> {
  const items = repositories.map((repository) => ({
    label: nameOf(repository.rootUri),
    description: repository.rootUri.fsPath,
    repository,
  }));
  const title = 'Compare with Branch: in Which Repository?';
  return (await window.showQuickPick(items, { title }))?.repository;
}

interface Choice extends QuickPickItem {
  readonly ref?: string;
  readonly named?: string;
}

async function choicesIn(repository: GitRepository): Promise<readonly Choice[]> {
  const [refs, base] = await Promise.all([repository.getRefs({}), defaultBaseOf(repository)]);
  const { HEAD } = repository.state;
  const named = (type: number): readonly string[] =>
    refs.flatMap((ref) => (ref.type === type && ref.name !== undefined ? [ref.name] : []));
  const isOther = (name: string): boolean =>
    name !== HEAD?.name && name !== base?.ref && !name.endsWith('/HEAD');
  const section = (label: string, icon: string, names: readonly string[]): readonly Choice[] =>
    names.length === 0
      ? []
      : [
          { label, kind: QuickPickItemKind.Separator },
          ...names.map((name): Choice => ({
            label: withoutIcons(name),
            ref: name,
            iconPath: new ThemeIcon(icon),
          })),
        ];
  return [
    ...(base === undefined || base.branch === HEAD?.name
      ? []
      : [
          {
            label: withoutIcons(base.ref),
            description: 'the default branch',
            ref: base.ref,
            named: base.branch,
            iconPath: new ThemeIcon('git-branch'),
          },
        ]),
    ...(HEAD?.commit === undefined
      ? []
      : [
          {
            label: withoutIcons(HEAD.name ?? 'HEAD'),
            description: 'checked out: what is not committed yet',
            ref: 'HEAD',
            named: 'the last commit',
            iconPath: new ThemeIcon('git-commit'),
          },
        ]),
    ...section('branches', 'git-branch', named(refTypes.head).filter(isOther)),
    ...section('branches of remotes', 'cloud', named(refTypes.remoteHead).filter(isOther)),
    ...section('tags', 'tag', named(refTypes.tag)),
  ];
}
