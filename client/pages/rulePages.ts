/** The page of each rule, bundled with the extension and shown offline. */
import {
  commands as vscodeCommands,
  Uri,
  workspace,
  type ExtensionContext,
  type QuickPickItem,
} from 'vscode';
import { showPick } from '../host/pickers';

const scheme = 'evidence-portfolio-docs';

/** The address of a rule's page. */
export function rulePage(rule: string): Uri {
  return Uri.from({ scheme, path: `/rules/${rule}.md` });
}

/** The rule whose page has this address; undefined when it is the address of something else. */
export function ruleOfPage(uri: Uri): string | undefined {
  if (uri.scheme !== scheme) return undefined;
  return /^\/rules\/([a-z][a-z-]*)\.md$/.exec(uri.path)?.[1];
}

/** Serves the pages as read-only documents, from now on. */
export function serveRulePages({ extensionUri, subscriptions }: ExtensionContext): void {
  const provideTextDocumentContent = async (uri: Uri): Promise<string> => {
    const rule = ruleOfPage(uri);
    if (rule === undefined) return '# There is no such page\n';
    try {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`));
      return new TextDecoder().decode(bytes);
    } catch {
      return `# ${rule}\n\nThere is no page on this rule in this version of Evidence Portfolio.\n`;
    }
  };
  subscriptions.push(workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent }));
}

/**
 * Shows a rule's page, formatted. `rule` is its code or the address of its page; whatever else, and the user chooses
 * from a list.
 */
export async function openRule(context: ExtensionContext, rule: unknown): Promise<void> {
  const code = ruleFrom(rule) ?? (await pickRule(context));
  if (code === undefined) return;
  // package.json associates these pages with the Markdown preview; without that extension they open as text.
  await vscodeCommands.executeCommand('vscode.open', rulePage(code));
}

function ruleFrom(argument: unknown): string | undefined {
  if (argument instanceof Uri) return ruleOfPage(argument);
  if (typeof argument !== 'string') return undefined;
  return /^[a-z][a-z-]*$/.test(argument) ? argument : ruleOfPage(Uri.parse(argument));
}

async function pickRule({ extensionUri }: ExtensionContext): Promise<string | undefined> {
  const picked = await showPick(rulesOf(extensionUri), {
    title: 'Explain a Rule',
    placeHolder: 'Which rule? Type a part of its name or of what it finds',
    matchOnDetail: true,
  });
  return picked?.label;
}

/** The rules as package.json lists them: their codes and a sentence each. */
async function rulesOf(extensionUri: Uri): Promise<QuickPickItem[]> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'package.json'));
  const { contributes } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  const rules = contributes.configuration.find(({ properties }) => rulesSetting in properties);
  return Object.entries(rules?.properties[rulesSetting]?.properties ?? {}).map(
    ([label, { description }]) => ({ label, detail: description }),
  );
}

const rulesSetting = 'evidencePortfolio.rules';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly properties?: Readonly<Record<string, { readonly description: string }>> }>
      >;
    }[];
  };
}
