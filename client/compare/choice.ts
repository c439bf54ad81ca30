/** What is compared with what: chosen by the user, or found by itself. */
import { QuickPickItemKind, ThemeIcon, Uri, workspace, type QuickPickItem } from 'vscode';
import type { CoverageResult } from '../../server/lsp/protocol';
import { inParallel } from '../host/parallel';
import { branchName } from '../git/baseFiles';
import { dayOf } from '../git/calendar';
import { commitOfDay } from '../git/days';
import { withoutIcons } from '../../server/words/asItStands';
import { formatDate } from '../../server/words/dates';
import { gitApi, hasGitExtension, type GitRef, type GitRepository } from '../git/api';
import { Refusal, repositoriesOf } from '../git/base';
import { chooseRepository } from '../git/chooseRepository';
import { defaultBaseOf } from '../git/defaultBase';
import { refTypes } from '../git/numbers';
import { showPick } from '../host/pickers';

export interface Target {
  readonly repository: GitRepository;
  /** The base as git knows it. */
  readonly ref: string;
  /** The base as people know it. */
  readonly name: string;
  readonly isAutomatic: boolean;
  /** A branch of somebody else’s: neither the default one, nor a tag or a day. */
  readonly isTheirs: boolean;
  /** Who made its last commit, where it is somebody’s. */
  readonly by?: string;
  /** Since a day, YYYY-MM-DD, by which the base is judged. */
  readonly day?: string;
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
  return { repository, ref: base.ref, name: base.branch, isAutomatic: true, isTheirs: false };
}

/** Asks with what to compare; undefined where the user leaves it. @throws Refusal */
export async function chooseTarget(
  coverage: CoverageResult,
  askDay: AskDay,
  title = 'Compare with Branch or Day',
): Promise<Target | undefined> {
  const api = await gitApi();
  if (!api) throw new Refusal(noGit(false));
  const repositories = repositoriesOf(api, rootsOf(coverage));
  if (repositories.length === 0) throw new Refusal(noRepository);
  const repository = await chooseRepository(repositories, title, 'In which repository?');
  if (!repository) return undefined;
  const items = await choicesIn(repository);
  if (!items.some(({ ref }) => ref !== undefined))
    throw new Refusal('There is no commit in this repository yet, so there is nothing to compare with.');
  const picked = await showPick(items, {
    title,
    placeHolder: 'Since when, or with which branch? A colleague’s branch shows what they would change',
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  if (picked.day !== undefined) {
    const day = picked.day === 'other' ? await askDay() : picked.day;
    if (day === undefined) return undefined;
    const ref = await commitOfDay(repository, day);
    return { repository, ref, name: formatDate(day), isAutomatic: false, isTheirs: false, day };
  }
  if (picked.ref === undefined) return undefined;
  const { ref, named, isTheirs = false, by } = picked;
  const name = named ?? branchName(ref);
  return { repository, ref, name, isAutomatic: false, isTheirs, ...(by === undefined ? {} : { by }) };
}

/** Asks for a day of the past; undefined where the user leaves it. */
export type AskDay = () => Promise<string | undefined>;

const notHere =
  'Comparing needs VS Code’s own Git extension, which is not here: not in a browser or a virtual workspace. Open a clone of the repository in VS Code on a computer, or have CI run “evidence-portfolio diff”.';
const notTrusted =
  'Comparing needs VS Code’s own Git extension, which VS Code keeps off until you have said that you trust this folder. Click “Restricted Mode” in the status bar.';
const switchedOff =
  'VS Code’s Git extension is switched off or has found no git on this computer. Install git, or switch the setting “git.enabled” on, and try again.';
const noRepository =
  'The portfolio does not lie in a git repository that VS Code has opened. If it is one, the view Source Control says why it is not open.';

/** Why git has nothing to say. @param hasApi VS Code has a git extension that has found git */
export const noGit = (hasApi: boolean): string =>
  hasApi ? noRepository : hasGitExtension() ? switchedOff : workspace.isTrusted ? notHere : notTrusted;

interface Choice extends QuickPickItem {
  readonly ref?: string;
  readonly named?: string;
  readonly isTheirs?: boolean;
  readonly by?: string;
  /** YYYY-MM-DD, or one that is still to be asked for. */
  readonly day?: string;
}

async function choicesIn(repository: GitRepository): Promise<readonly Choice[]> {
  const [refs, base] = await Promise.all([repository.getRefs({}), defaultBaseOf(repository)]);
  const { HEAD } = repository.state;
  const authors = await authorsOf(repository, refs);
  const named = (type: number): readonly string[] =>
    refs.flatMap((ref) => (ref.type === type && ref.name !== undefined ? [ref.name] : []));
  const isOther = (name: string): boolean =>
    name !== HEAD?.name && name !== base?.ref && !name.endsWith('/HEAD');
  const section = (
    label: string,
    icon: string,
    names: readonly string[],
    isTheirs: boolean,
  ): readonly Choice[] =>
    names.length === 0
      ? []
      : [
          { label, kind: QuickPickItemKind.Separator },
          ...names.map((name): Choice => ({
            label: withoutIcons(name),
            ref: name,
            iconPath: new ThemeIcon(icon),
            ...whoseOf(authors.get(name), isTheirs),
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
    ...dayChoices(HEAD?.commit !== undefined),
    ...section('branches', 'git-branch', named(refTypes.head).filter(isOther), true),
    ...section('branches of remotes', 'cloud', named(refTypes.remoteHead).filter(isOther), true),
    ...section('tags', 'tag', named(refTypes.tag), false),
  ];
}

/** Each is a process of git’s; beyond so many branches, who made them is not said. */
const maximumAuthors = 40;
const readsAtATime = 8;

async function authorsOf(
  repository: GitRepository,
  refs: readonly GitRef[],
): Promise<ReadonlyMap<string, string>> {
  const names = refs.flatMap(({ type, name }) => (type === refTypes.tag || name === undefined ? [] : [name]));
  if (names.length > maximumAuthors) return new Map();
  const found = await inParallel(names, readsAtATime, async (name) => {
    const { authorName = '' } = await repository.getCommit(name).catch(() => ({ authorName: '' }));
    return [name, authorName] as const;
  });
  return new Map(found.filter(([, author]) => author !== ''));
}

const whoseOf = (author: string | undefined, isTheirs: boolean): Partial<Choice> =>
  isTheirs
    ? { isTheirs, ...(author === undefined ? {} : { by: author, description: withoutIcons(author) }) }
    : {};

/** Days that people ask for, counted from today; where there is a commit. */
function dayChoices(hasCommits: boolean): readonly Choice[] {
  if (!hasCommits) return [];
  const before = (months: number, days: number): string => {
    const day = new Date();
    const date = day.getDate();
    day.setMonth(day.getMonth() - months, 1);
    const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
    day.setDate(Math.min(date, last) - days);
    return dayOf(day);
  };
  const choices = [
    ['a week ago', before(0, 7)],
    ['a month ago', before(1, 0)],
    ['three months ago', before(3, 0)],
  ] as const;
  return [
    { label: 'since a day', kind: QuickPickItemKind.Separator },
    ...choices.map(([label, day]): Choice => ({
      label,
      day,
      description: `since ${formatDate(day)}`,
      iconPath: new ThemeIcon('calendar'),
    })),
    {
      label: 'another day…',
      day: 'other',
      description: 'such as 25 October 2026, last week or 2026-10-25',
      iconPath: new ThemeIcon('calendar'),
    },
  ];
}
