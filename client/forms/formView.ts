/** Makes of what the server says of a file what its form shows. Nothing here knows VS Code. */
import type { DiagnosticSeverity } from 'vscode-languageclient';
import type { ThisFile, ThisFileDetail, ThisFileElement } from '../../server/lsp/protocol';
import { capitalised } from '../../server/words/capitals';
import { stateMeanings, stateWords } from '../../server/words/states';
import { findingNames, type Fix } from '../thisFile/rows';
import { pointsInWords } from '../words/coverageLabels';
import type { Choice } from './choice';
import type { FormDetail, FormElement, FormFinding, FormView } from './shownForm';

/** @param choices by the key of a detail that is one of a few words */
export function formView(
  file: ThisFile,
  fixes: readonly Fix[],
  choices: ReadonlyMap<string, readonly Choice[]>,
): FormView {
  return {
    title: file.title,
    portfolios: (file.portfolios ?? []).map(({ title }) => title),
    details: file.details.map((detail) => detailOf(detail, choices.get(detail.key) ?? [])),
    elements: file.elements.map(elementOf),
    findings: findingsOf(file, fixes),
  };
}

const detailOf = (
  { key, label, description, holds, values, state, words }: ThisFileDetail,
  choices: readonly Choice[],
): FormDetail => ({ key, label, description, holds, values, state, words, choices });

const elementOf = ({ id, title, text, state, points, guidance }: ThisFileElement): FormElement => ({
  id,
  words: title,
  text,
  state,
  ...stateIn(title, state),
  points: points ? `${pointsInWords(points)} addressed` : '',
  guidance: guidance.map((point) => ({
    text: point.text,
    isDone: point.isDone,
    isInFile: point.mark !== null,
  })),
});

/** An element has words; that it has no state means that nothing but the file is known. */
function stateIn(
  title: string,
  state: ThisFileElement['state'],
): Pick<FormElement, 'stateWords' | 'stateMeaning'> {
  if (state !== undefined)
    return { stateWords: stateWords[state], stateMeaning: capitalised(stateMeanings[state]) };
  return title === ''
    ? { stateWords: 'not an element of the standard', stateMeaning: 'Findings has what to do' }
    : { stateWords: '', stateMeaning: '' };
}

function findingsOf({ findings }: ThisFile, fixes: readonly Fix[]): readonly FormFinding[] {
  const names = findingNames(findings);
  return findings.map(({ message, severity, range }, at) => {
    const name = names[at] ?? '';
    return {
      name,
      message: typeof message === 'string' ? message : message.value,
      severity: severities[severity ?? 1],
      line: range.start.line + 1,
      fixes: fixes
        .filter(({ finding }) => finding === name)
        .sort((left, right) => Number(right.isPreferred) - Number(left.isPreferred))
        .map(({ title }) => title),
    };
  });
}

/** As the protocol numbers them. */
const severities: Readonly<Record<DiagnosticSeverity, FormFinding['severity']>> = {
  1: 'error',
  2: 'warning',
  3: 'information',
  4: 'hint',
};
