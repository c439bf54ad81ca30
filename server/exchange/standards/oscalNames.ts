/** What the parts of an OSCAL catalogue are called, and what their links lead to. */
import { listAt, textAt } from './data';
import { deepest } from './draft';
import type { Parameters } from './oscalProse';
import { propertyOf } from './oscalProse';

export interface Names {
  /** The ID that people use: the property `label`, else the ID in the file; undefined where there is neither. */
  readonly idOf: (node: unknown) => string | undefined;
  readonly isWithdrawn: (control: unknown) => boolean;
  /** The group or control that a link within the catalogue leads to, or to a part of which. */
  readonly targetOf: (href: string) => unknown;
  readonly controls: readonly unknown[];
  readonly parameters: Parameters;
  /** Groups and controls. */
  readonly count: number;
  readonly remarks: readonly string[];
}

export function controlNames(catalogue: unknown): Names {
  const targets = new Map<string, unknown>();
  const parameters = new Map<string, unknown>();
  const controls: unknown[] = [];
  const groups: { readonly group: unknown; readonly controls: unknown[] }[] = [];

  const note = (owner: unknown, id: string): void => {
    if (id !== '' && !targets.has(id)) targets.set(id, owner);
  };
  const noteParts = (owner: unknown, parent: unknown, depth: number): void => {
    if (depth > deepest) return;
    for (const part of listAt(parent, 'parts')) {
      note(owner, textAt(part, 'id'));
      noteParts(owner, part, depth + 1);
    }
  };
  const visit = (parent: unknown, depth: number, above: unknown[]): void => {
    if (depth > deepest) return;
    for (const parameter of listAt(parent, 'params')) parameters.set(textAt(parameter, 'id'), parameter);
    for (const group of listAt(parent, 'groups')) {
      const own: unknown[] = [];
      groups.push({ group, controls: own });
      note(group, textAt(group, 'id'));
      noteParts(group, group, 0);
      visit(group, depth + 1, own);
    }
    for (const control of listAt(parent, 'controls')) {
      controls.push(control);
      above.push(control);
      note(control, textAt(control, 'id'));
      noteParts(control, control, 0);
      visit(control, depth + 1, []);
    }
  };
  visit(catalogue, 0, []);

  const ids = new Map<unknown, string>();
  const call = (node: unknown, id: string): void => {
    if (id !== '') ids.set(node, id);
  };
  for (const control of controls) call(control, labelOf(control));
  for (const { group, controls: own } of groups) call(group, groupId(group, own.map(labelOf)));
  return {
    idOf: (node) => ids.get(node),
    isWithdrawn: (control) => /^withdrawn$/i.test(propertyOf(control, 'status')),
    targetOf: (href) => (href.startsWith('#') ? targets.get(href.slice(1)) : undefined),
    controls,
    parameters,
    count: controls.length + groups.length,
    remarks: controls.some((control) => labelOf(control) === '')
      ? ['Controls without an ID and without a label are left out.']
      : [],
  };
}

const labelOf = (control: unknown): string => propertyOf(control, 'label') || textAt(control, 'id');

/**
 * A group's label; else its ID as the controls in it write it: `AC` where `ac` holds AC-1 and AC-2. A long ID that
 * nobody would write is none.
 */
function groupId(group: unknown, labels: readonly string[]): string {
  const label = propertyOf(group, 'label');
  const id = textAt(group, 'id');
  if (label !== '' || id === '') return label;
  const written = labels[0]?.slice(0, id.length) ?? '';
  const isWritten =
    written.toLowerCase() === id.toLowerCase() && labels.every((own) => own.startsWith(written));
  if (isWritten && labels.length > 0) return written;
  return id.length > 20 || /^[0-9a-f]{8}-/.test(id) ? '' : id;
}
