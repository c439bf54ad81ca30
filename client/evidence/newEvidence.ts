/** *Evidence: New Evidence for Element…* and *Evidence: Make This File Evidence…* */
import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DraftEvidenceRequest } from '../../server/lsp/protocol';
import type { ElementSource } from '../portfolios/elementSource';
import { isAsked } from '../portfolios/standards';
import { createAndOpen, exists } from '../edits/createFile';
import { pickElements } from '../elements/pick';
import { showThisFile } from './showText';
import { isElementTarget } from '../portfolios/elements';
import { freeName } from '../edits/newText';
import { showError } from '../host/notices';
import { showInput } from '../host/pickers';

/**
 * Creates a first draft of evidence and opens it with the cursor where the writing begins. `target` is a row of a view
 * or anything else with `root` and `element`; whatever else, and the user chooses elements from a list.
 */
export async function newEvidence(
  client: BaseLanguageClient,
  source: ElementSource,
  target: unknown,
): Promise<void> {
  const given = isElementTarget(target) ? { root: target.root, elements: [target.element] } : undefined;
  if (given === undefined && ((await source.current())?.portfolios ?? []).length === 0) {
    // The list says what to do where there is no portfolio: before a question that leads nowhere.
    await pickElements(source, { title: '', placeholder: '' });
    return;
  }
  const title = await askTitle(given?.elements);
  if (title === undefined) return;
  const chosen = given ?? (await chooseElements(source, title));
  if (chosen === undefined) return;
  const draft = await client.sendRequest(DraftEvidenceRequest, { ...chosen, title });
  if (draft === null) {
    void showError(
      `There is no element ${chosen.elements.join(', ')} in this portfolio’s standard, or the portfolio is no longer open.`,
    );
    return;
  }
  const label = `New evidence for ${chosen.elements.join(', ')}`;
  await createAndOpen(await freePlace(Uri.parse(draft.uri)), draft.text, label, draft.cursor);
  await showThisFile();
}

async function askTitle(elements: readonly string[] | undefined): Promise<string | undefined> {
  const title = await showInput({
    title: elements === undefined ? 'New Evidence (1 of 2)' : `New Evidence for ${elements.join(', ')}`,
    prompt: 'What is this evidence called? The file is named after it. You can leave this empty for now.',
    placeHolder: 'For example: Annual customer survey',
    ignoreFocusOut: true,
  });
  return title?.trim();
}

async function chooseElements(
  source: ElementSource,
  title: string,
): Promise<{ readonly root: string; readonly elements: readonly string[] } | undefined> {
  const picked = await pickElements(source, {
    title: 'New Evidence (2 of 2)',
    placeholder: 'Which elements is it for? Type words or an ID; tick one or more',
    ...(title === '' ? {} : { likely: { text: `# ${title}` } }),
    only: ({ node }) => isAsked(node.state),
  });
  const [first] = picked ?? [];
  if (picked === undefined || first === undefined) return undefined;
  return { root: first.portfolio.root, elements: picked.map(({ node }) => node.id) };
}

/** The server knows of evidence only; some other file may have the name. */
async function freePlace(suggested: Uri): Promise<Uri> {
  const folder = Uri.joinPath(suggested, '..');
  const last = suggested.path.slice(suggested.path.lastIndexOf('/') + 1);
  const [, stem = last, extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(last) ?? [];
  const name = await freeName(stem, (candidate) => exists(Uri.joinPath(folder, candidate)), extension);
  return Uri.joinPath(folder, name);
}
