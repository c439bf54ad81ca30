/** *Evidence: Assign Elements…*: who is to find evidence for them. */
import { QuickPickItemKind, ThemeIcon, Uri, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PeopleRequest, type CoverageNode, type Person } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { count, listOf } from '../../server/words/counts';
import { makeEdits } from '../edits/serverEdits';
import { commands } from '../host/commands';
import { acceptedRow } from '../host/pickAccepted';
import { pathTo, isElementTarget, isEvidenceTarget } from '../portfolios/elements';
import type { ElementSource } from '../portfolios/elementSource';
import { isAsked } from '../portfolios/standards';
import { nodeLabel, nodeName } from '../words/coverageLabels';
import type { ElementCommands } from './commands';
import { pickElements } from './pick';
import { createPick } from '../host/pickers';

/** The handler of this command, by its id. It takes the row, and all rows, it was chosen on, if any. */
export const assignCommands = ({
  client,
  source,
}: Pick<ElementCommands, 'client' | 'source'>): Readonly<
  Record<string, (...args: unknown[]) => unknown>
> => ({
  [commands.assign]: (row, rows) => assign(client, source, row, rows),
});

async function assign(
  client: BaseLanguageClient,
  source: ElementSource,
  row: unknown,
  rows: unknown,
): Promise<void> {
  const chosen = await nodesFrom(source, row, rows);
  const [first] = chosen?.nodes ?? [];
  if (!chosen || !first) return;
  const { root, nodes } = chosen;
  const name = nodes.length === 1 ? nodeLabel(first) : `${nodes.length} Elements`;
  const has = [...new Set(nodes.flatMap(({ assigned = [] }) => assigned))];
  const who = await pickWho(client, `Assign ${name}`, has);
  if (who === undefined) return;
  const elements = nodes.map(({ id }) => id);
  const subject = nodes.length === 1 ? nodeName(first) : count(nodes.length, 'element');
  const verb = nodes.length === 1 ? 'is' : 'are';
  const manifest = chosen.manifest === null ? [] : [Uri.parse(chosen.manifest)];
  await makeEdits(client, [{ name: 'assign', told: { root, elements, who } }], {
    files: manifest,
    done:
      who.length === 0
        ? `${subject} ${verb} with nobody any longer.`
        : `${subject} ${verb} with ${listOf(who)} now.`,
  });
}

interface Chosen {
  readonly root: string;
  readonly manifest: string | null;
  readonly nodes: readonly CoverageNode[];
}

/** The elements and groups of the rows, or elements that the user picks; those of one portfolio. */
async function nodesFrom(source: ElementSource, row: unknown, rows: unknown): Promise<Chosen | undefined> {
  const all: readonly unknown[] = Array.isArray(rows) && rows.length > 0 ? rows : [row];
  const targets = all.filter((one) => isElementTarget(one) && !isEvidenceTarget(one)).filter(isElementTarget);
  const [target] = targets;
  if (!target) {
    const picked = await pickElements(source, {
      title: 'Assign Elements',
      placeholder: 'Who is to find evidence for which elements? Type words or an ID; tick one or more',
      only: ({ node }) => isAsked(node.state),
      none: 'There is no element that applies to you.',
    });
    const [first] = picked ?? [];
    return (
      first &&
      chosenIn(
        first.portfolio,
        (picked ?? []).map(({ node }) => node),
      )
    );
  }
  const portfolio = (await source.current())?.portfolios.find(({ root }) => root === target.root);
  const nodes = targets
    .filter(({ root }) => root === target.root)
    .flatMap(({ element }) => pathTo(portfolio?.nodes ?? [], element).at(-1) ?? []);
  return portfolio && chosenIn(portfolio, nodes);
}

const chosenIn = (
  { root, manifest }: Pick<Chosen, 'root' | 'manifest'>,
  nodes: readonly CoverageNode[],
): Chosen => ({ root, manifest, nodes });

interface WhoItem extends QuickPickItem {
  readonly who?: readonly string[];
}

/** Lets the user choose somebody in use, or type somebody new; none: nobody any longer; undefined: they have left it. */
async function pickWho(
  client: BaseLanguageClient,
  title: string,
  has: readonly string[],
): Promise<readonly string[] | undefined> {
  const { people } = await client.sendRequest(PeopleRequest);
  const input = createPick<WhoItem>(
    title,
    'To whom? Choose, or type a name or role; several with a semicolon between them',
  );
  input.matchOnDescription = false;
  const fill = (): void => {
    input.items = itemsFor(people, input.value, has);
  };
  fill();
  return new Promise((done) => {
    input.onDidChangeValue(fill);
    input.onDidAccept(() => {
      done(acceptedRow(input.activeItems, input.items, ({ who }) => who !== undefined)?.who);
      input.hide();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}

function itemsFor(people: readonly Person[], value: string, has: readonly string[]): readonly WhoItem[] {
  const typed = value
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isKnown = people.some(({ name }) => typed.length === 1 && name === typed[0]);
  return [
    ...people.map((person): WhoItem => ({
      who: [person.name],
      label: person.name,
      description: dutiesOf(person),
      iconPath: new ThemeIcon('person'),
    })),
    ...(typed.length === 0 || isKnown
      ? []
      : [
          { label: 'somebody new', kind: QuickPickItemKind.Separator },
          {
            who: typed,
            label: listOf(typed),
            description: 'as you have typed it',
            iconPath: new ThemeIcon('person-add'),
            alwaysShow: true,
          },
        ]),
    ...(has.length === 0 || value !== ''
      ? []
      : [
          { label: 'or', kind: QuickPickItemKind.Separator },
          {
            who: [],
            label: 'Nobody any longer',
            description: `instead of ${listOf(has)}`,
            iconPath: new ThemeIcon('close'),
          },
        ]),
  ].map((item) => (item.kind === QuickPickItemKind.Separator ? item : rowAsItStands(item)));
}

const dutiesOf = ({ evidence, actions, assignments }: Person): string =>
  [
    ...(evidence > 0 ? [count(evidence, 'file')] : []),
    ...(actions > 0 ? [count(actions, 'action')] : []),
    ...(assignments > 0 ? [`${count(assignments, 'element')} to find evidence for`] : []),
  ].join(' · ');
