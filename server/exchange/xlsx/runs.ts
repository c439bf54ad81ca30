/** Stretches of a cell's text that look otherwise than their cell (ECMA-376, part 1, 18.4.4). */
import { withStrike } from '../parts/strike';
import { withFont } from '../parts/symbols';
import { attribute } from '../parts/xml';
import { isOn } from './looks';

export interface Runs {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  /** A text of the stretch that is open, as it looks; of none, as it is. */
  readonly shown: (text: string) => string;
}

/** Within `si`, `is` and their like. */
export function richRuns(): Runs {
  let run: { isStruck: boolean; font: string } | undefined;
  return {
    open: (name, attributes) => {
      // Without properties, a stretch looks as its cell does.
      if (name === 'rPr') run = { isStruck: false, font: '' };
      else if (run && name === 'strike') run.isStruck = isOn(attributes);
      else if (run && name === 'rFont') run.font = attribute(attributes, 'val') ?? '';
    },
    close: (name) => {
      if (name === 'r') run = undefined;
    },
    shown: (text) => (run ? withStrike(withFont(text, run.font), run.isStruck ? 'struck' : 'plain') : text),
  };
}
