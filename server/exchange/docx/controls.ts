/** What people fill in: content controls, and the fields of old forms. */
import { attribute } from '../parts/xml';
import type { Handlers } from './events';
import { isOn } from './styles';

/** A content control (ECMA-376, part 1, 17.5.2), which people fill in. */
export interface OpenControl {
  /** What it shows is a hint. */
  isPlaceholder: boolean;
  /** It is a box to tick: whether it is ticked. */
  isChecked: boolean | undefined;
  isFilled: boolean;
}

/** @param controls that are open, the innermost last */
export function controlHandlers(controls: OpenControl[]): Handlers {
  const inOpen = (change: (open: OpenControl) => void): void => {
    const open = controls.at(-1);
    if (open) change(open);
  };
  return {
    open: {
      sdt: () => void controls.push({ isPlaceholder: false, isChecked: undefined, isFilled: false }),
      showingPlcHdr: (attributes) => {
        inOpen((open) => (open.isPlaceholder = isOn(attribute(attributes, 'val'))));
      },
      checkbox: () => {
        inOpen((open) => (open.isChecked ??= false));
      },
    },
    close: { sdt: () => void controls.pop() },
  };
}

/** The fields of old forms (ECMA-376, part 1, 17.16.17), which have no text of their own; and the tick of both kinds. */
export function formHandlers(controls: readonly OpenControl[], say: (text: string) => void): Handlers {
  let form: { isChecked: boolean | undefined; choice: number; readonly choices: string[] } | undefined;
  return {
    open: {
      ffData: () => void (form = { isChecked: undefined, choice: 0, choices: [] }),
      checkBox: () => {
        if (form) form.isChecked ??= false;
      },
      default: (attributes) => {
        if (form?.isChecked !== undefined) form.isChecked = isOn(attribute(attributes, 'val'));
      },
      checked: (attributes) => {
        const isChecked = isOn(attribute(attributes, 'val'));
        const control = controls.at(-1);
        if (form) form.isChecked = isChecked;
        else if (control) control.isChecked = isChecked;
      },
      result: (attributes) => {
        if (form) form.choice = Number(attribute(attributes, 'val'));
      },
      listEntry: (attributes) => void form?.choices.push(attribute(attributes, 'val') ?? ''),
    },
    close: {
      ffData: () => {
        const { isChecked, choice, choices } = form ?? { isChecked: undefined, choice: 0, choices: [] };
        form = undefined;
        say(isChecked === undefined ? (choices[choice] ?? '') : isChecked ? '☑' : '☐');
      },
    },
  };
}
