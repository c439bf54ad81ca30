/** What floats above a sheet: text boxes and shapes (DrawingML, ECMA-376, part 1, 20.5), and boxes to tick (18.18.51). */
import type { GridNote } from '../../core/tables/grid';
import { count } from '../../words/counts';
import { notesOnShapes } from '../grids/shapes';
import { relationshipsOf } from '../parts/relationships';
import { attribute, fromOfficeText, readXml } from '../parts/xml';
import type { Parts } from '../parts/zip';

/** @param path of the sheet */
export function notesOnDrawing(parts: Parts, path: string): readonly GridNote[] {
  const beside = relationshipsOf(parts, path);
  const textsOf = (type: string): readonly string[] =>
    beside.flatMap((one) => (one.type === type ? [parts.get(one.part) ?? ''] : []));
  return [
    ...notesOnShapes(textsOf('drawing').flatMap(textsInShapes), 'sheet'),
    ...notesOnBoxes(textsOf('ctrlProp')),
  ];
}

function textsInShapes(drawing: string): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  let reads = false;
  // The version for old programs says the same once more.
  let fallback = 0;
  readXml(drawing, {
    open: (name) => {
      if (name === 'Fallback') fallback++;
      if (fallback > 0) return;
      if (name === 'txBody' && depth++ === 0) texts.push('');
      reads = depth > 0 && name === 't';
    },
    close: (name) => {
      reads = false;
      if (name === 'Fallback') fallback--;
      if (fallback > 0 || depth === 0) return;
      if (name === 'txBody') depth--;
      if (name === 'p') texts.push(`${texts.pop() ?? ''} `);
    },
    text: (data) => {
      if (reads && fallback === 0) texts.push((texts.pop() ?? '') + fromOfficeText(data));
    },
  });
  return texts;
}

/** Boxes to tick stand above cells, and most do not write into them. */
function notesOnBoxes(controls: readonly string[]): readonly GridNote[] {
  let [boxes, ticked] = [0, 0];
  for (const control of controls)
    readXml(control, {
      open: (name, attributes) => {
        const isBox = name === 'formControlPr' && attribute(attributes, 'objectType') === 'CheckBox';
        if (!isBox || attribute(attributes, 'fmlaLink') !== undefined) return;
        boxes++;
        if (attribute(attributes, 'checked') === 'Checked') ticked++;
      },
    });
  if (boxes === 0) return [];
  const reason = `The sheet has ${count(boxes, 'box', 'boxes')} to tick, of which ${ticked} ${ticked === 1 ? 'is' : 'are'} ticked and which no cell holds: they were not read. Write into cells what they say, and import the file again.`;
  return [{ place: undefined, text: '', reason }];
}
