/** What the runs of a document hold, and how they look: text, breaks, symbols, marks of comments; and boxes with text. */
import { symbolText } from '../parts/symbols';
import { attribute } from '../parts/xml';
import { commentKey, commentKinds } from './comments';
import type { Attributes, Events, Handlers } from './events';
import type { RunLook } from './looks';
import { fontOf, inkOf, plainLook } from './looks';
import type { State } from './state';
import { cellIn } from './state';
import type { DocxStyles } from './styles';
import { isOn } from './styles';

export function runHandlers(state: State, styles: DocxStyles, say: (text: string) => void): Handlers {
  return {
    open: {
      r: () => {
        state.runs++;
        state.isRunHidden = false;
        state.run = plainLook();
      },
      vanish: (attributes) => {
        if (state.runs > 0) state.isRunHidden = isOn(attribute(attributes, 'val'));
      },
      rStyle: (attributes) => {
        const style = attribute(attributes, 'val') ?? '';
        if (state.runs > 0) state.isRunHidden = styles.isHidden(style);
        if (state.runs > 0 && styles.isStruck(style)) state.run.isStruck = true;
      },
      ...lookHandlers(state),
      ...Object.fromEntries(
        commentKinds.map((kind) => [
          `${kind}Reference`,
          (attributes: Attributes) => {
            cellIn(state)?.comments.push(commentKey(kind, attribute(attributes, 'id')));
          },
        ]),
      ),
      // Outside a run, the same name stands for a tab stop.
      tab: () => {
        if (state.runs > 0) say('\t');
      },
      br: () => {
        say('\n');
      },
      cr: () => {
        say('\n');
      },
      noBreakHyphen: () => {
        say('\u2011');
      },
      sym: (attributes) => {
        say(symbolText(attribute(attributes, 'font') ?? '', attribute(attributes, 'char') ?? ''));
      },
    },
    close: {
      r: () => {
        state.runs--;
        state.isRunHidden = false;
        state.run = plainLook();
      },
    },
  };
}

/** What the properties of a run say; outside of one, they are about the mark at the end of a paragraph. */
function lookHandlers(state: State): Events {
  const inRun =
    (change: (run: RunLook, attributes: Attributes) => void) =>
    (attributes: Attributes): void => {
      if (state.runs > 0) change(state.run, attributes);
    };
  const strike = inRun((run, attributes) => (run.isStruck = isOn(attribute(attributes, 'val'))));
  return {
    strike,
    dstrike: strike,
    rFonts: inRun((run, attributes) => (run.font = fontOf(attributes))),
    color: inRun((run, attributes) => (run.ink = inkOf(attributes))),
  };
}

/** Text boxes: within a table they are part of the text of their cell. */
export function boxHandlers(state: State): Handlers {
  return {
    open: {
      txbxContent: () => {
        if (state.tables.length === 0) state.boxes.push({ from: state.content.length });
      },
    },
    close: {
      txbxContent: () => {
        if (state.tables.length > 0) return;
        const box = state.boxes.pop();
        const own = state.content.slice(box?.from ?? state.content.length);
        if (state.boxes.length === 0 && own.every((part) => typeof part === 'string'))
          state.shapes.push(own.join(' '));
      },
    },
  };
}
