/** Moving a portfolio to another edition of its standard: what it would do. The client asks, shows and writes. */
import { manifestName } from '../../core/manifest/manifest';
import { mappingFilesOf } from '../../core/portfolio/filesOf';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { foreignStandard } from '../../core/standard/foreignStandard';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { Standard } from '../../core/standard/standard';
import { parseStandard } from '../../core/standard/standardFile';
import type { NamedMapping } from '../../core/migration/way';
import type { Fact } from '../../core/index/facts';
import type { Uri } from '../../core/text/span';
import { fileName, joinPath, normaliseUri, relativePath } from '../../core/text/uri';
import { workspaceEdit } from '../../features/editing/edits';
import { Past } from '../../host/workspace/past';
import type { EditionChoice, MigrationParams, MigrationPreview } from '../protocol';
import { EditionsRequest, MigrationRequest } from '../protocol';
import { editTarget } from './clientEdits';
import { reader } from '../newestText';
import type { TextFile } from './editionMappings';
import { mappingIn, mappingsBetween, mayBeMapping } from './editionMappings';
import type { Service, ServiceParts } from './service';

const wentWrong = { kind: 'refused', message: 'Something went wrong. The log says what.' } as const;

/** More files than these are not looked into for standards. */
const maximumFiles = 100;

export const migrationService: Service = {
  capabilities: {},
  serve: (parts) => {
    const { connection, guard } = parts;
    connection.onRequest(
      EditionsRequest,
      guard.request('editions', [] as readonly EditionChoice[], ({ files, ...asked }) =>
        editions(parts, asked, files.slice(0, maximumFiles)),
      ),
    );
    connection.onRequest(
      MigrationRequest,
      guard.request('migration', wentWrong as MigrationPreview, (params) => preview(parts, params)),
    );
  },
};

const titled = ({ title, edition }: Standard): string =>
  edition === '' ? title : `${title}, edition ${edition}`;

const refused = (message: string): MigrationPreview => ({ kind: 'refused', message });

function portfolioAt({ session }: ServiceParts, root: string): Portfolio | undefined {
  const folder = normaliseUri(root);
  const portfolio = session.index.portfolioAt(joinPath(folder, manifestName));
  return portfolio?.root === folder ? portfolio : undefined;
}

async function editions(
  parts: ServiceParts,
  { root, of }: Pick<MigrationParams, 'root' | 'of'>,
  files: readonly string[],
): Promise<readonly EditionChoice[]> {
  const portfolio = portfolioAt(parts, root);
  const own = portfolio && standardOf(portfolio, of);
  if (!portfolio || !own) return [];
  const { isEditionOf } = await import('../../core/migration/questions');
  const read = reader(parts);
  const texts: TextFile[] = [];
  for (const file of files) {
    const uri = normaliseUri(file);
    const text = await read(uri);
    if (text !== undefined) texts.push({ uri, text });
  }
  const mappings = texts.filter(mayBeMapping);
  const choiceOf = async (standard: string, found: Standard, isCurrent: boolean): Promise<EditionChoice> => {
    const leading = isCurrent ? [] : await mappingsBetween(portfolio, own, found, mappings);
    return {
      standard,
      title: found.title,
      edition: found.edition,
      elements: found.elements.length,
      mappings: leading,
      isCurrent,
      isEdition: isCurrent || leading.length > 0 || isEditionOf(portfolio, found, own),
    };
  };
  const choices: EditionChoice[] = [];
  const source = own.source.kind === 'ready' ? own.source : undefined;
  for (const [id, standard] of parts.environment.standards)
    choices.push(await choiceOf(id, standard, !!source && !source.uri && own.standard.id === id));
  for (const { uri, text } of texts) {
    if (!/["']?children["']?[ \t]*:/.test(text) || foreignStandard(uri, text)) continue;
    const { standard, problems } = parseStandard(uri, text);
    if (standard.elements.length > 0 && problems.length === 0)
      choices.push(await choiceOf(uri, standard, source?.uri === uri));
  }
  return choices;
}

/** The one of its standards that has a name; its only one, where nothing is said. */
function standardOf({ standards }: Portfolio, name: string | undefined): PortfolioStandard | undefined {
  return name === undefined && standards.length === 1
    ? standards[0]
    : standards.find((one) => one.name !== undefined && one.name === name);
}

interface Goal {
  readonly of: PortfolioStandard;
  readonly to: Standard;
  readonly name: string;
  readonly uri: Uri | undefined;
  readonly text: string | undefined;
}

async function goalOf(
  parts: ServiceParts,
  { root }: Portfolio,
  own: PortfolioStandard,
  named: string,
): Promise<Goal | string> {
  const of = own;
  const builtIn = parts.environment.standards.get(named);
  const current = own.source.kind === 'ready' ? own.source.uri : undefined;
  if (builtIn) {
    const isSame = own.source.kind === 'ready' && !current && own.standard.id === named;
    return { of, to: isSame ? own.standard : builtIn, name: named, uri: undefined, text: undefined };
  }
  const uri = normaliseUri(named);
  const text = await reader(parts)(uri);
  const name = relativePath(root, uri);
  if (text === undefined) return `${name} cannot be read.`;
  const { standard, problems } = parseStandard(uri, text);
  const [problem] = problems;
  if (problem) return `The standard in ${name} has faults: ${problem.message}`;
  return { of, to: current === uri ? own.standard : { ...standard, id: name }, name, uri, text };
}

/** Undefined where none is named; words for people where there is none in the file. */
async function mappingNamed(
  parts: ServiceParts,
  { of, to }: Goal,
  named: string | undefined,
): Promise<NamedMapping | string | undefined> {
  if (named === undefined) return undefined;
  const uri = normaliseUri(named);
  const text = await reader(parts)(uri);
  if (text === undefined) return `${fileName(uri)} cannot be read.`;
  const outcome = await mappingIn({ uri, text }, of.standard, to);
  return outcome.kind === 'failed'
    ? `${fileName(uri)} cannot be the way. ${outcome.message}`
    : outcome.result;
}

/** What another index has to be told of: the files as they would be, and the standard that it might not have read. */
const factsOf = (texts: ReadonlyMap<Uri, string>, { uri: standard, text }: Goal): ReadonlyMap<Uri, Fact> =>
  new Map(
    [...texts, ...(standard && text !== undefined ? [[standard, text] as const] : [])].map(
      ([uri, own]): readonly [Uri, Fact] => [uri, { kind: 'text', uri, text: own }],
    ),
  );

async function preview(parts: ServiceParts, params: MigrationParams): Promise<MigrationPreview> {
  const { session, environment } = parts;
  const before = portfolioAt(parts, params.root);
  if (!before) return refused('There is no portfolio in this folder.');
  if (session.workspace.isLoading)
    return refused('The portfolio is still being read. Try again in a moment.');
  // An editor may not have told yet of what it has not open.
  const mappings = mappingFilesOf(before);
  const files = [...before.evidence.keys(), ...before.plans.keys(), before.manifestUri, ...mappings];
  await session.workspace.changed(files.map((uri) => ({ uri, kind: 'changed' as const })));
  const portfolio = portfolioAt(parts, params.root) ?? before;
  const of = standardOf(portfolio, params.of);
  if (!of) return refused('Say which of the standards of this portfolio is to be moved.');
  const edition = await goalOf(parts, portfolio, of, params.standard);
  if (typeof edition === 'string') return refused(edition);
  const mapping = await mappingNamed(parts, edition, params.mapping);
  if (typeof mapping === 'string') return refused(mapping);
  const goal = { ...edition, mapping };
  const [{ migrated }, { editionsFor }, { isEditionOf }, page] = await Promise.all([
    import('../../core/migration/migration'),
    import('../../core/migration/oneOfSeveral'),
    import('../../core/migration/questions'),
    import('../../features/views/migrationPage'),
  ]);
  const { way } = editionsFor(portfolio, of, goal);
  if (!isEditionOf(portfolio, goal.to, of, way))
    return refused(
      `Nothing that this portfolio has evidence for leads to ${goal.to.title}: it is another standard, and no other edition.`,
    );
  const everywhere = new Map(Object.entries(params.answers));
  const migration = migrated(portfolio, {
    ...goal,
    answers: { everywhere, byPath: new Map() },
    today: portfolio.days.today,
  });
  const { edits, undecided, editions: between } = migration;
  if (!edits)
    return refused(
      'portfolio.yaml has a fault, or is written in an unusual way. Mend that first, then try again.',
    );
  const past = new Past({ live: session.index, access: environment.disk });
  const told = factsOf(page.textsAfter(edits), goal);
  await past.bring(() => ({ folders: session.workspace.folders, rules: session.settings.rules }), told);
  const edit = undecided.length > 0 ? undefined : workspaceEdit(edits, editTarget(session));
  return {
    kind: 'preview',
    title: titled(between.standard.to),
    report: page.migrationPage(portfolio, migration, session.index, past.index),
    questions: page.askedQuestions(portfolio, migration),
    undecided,
    files: Array.from(page.textsAfter(edits), ([uri, text]) => ({
      uri,
      isNew: edits.some((one) => one.kind === 'create' && one.uri === uri),
      text,
    })),
    edit: edit ?? null,
  };
}
