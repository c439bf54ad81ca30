import { deepEqual, ok } from 'node:assert/strict';
import { peopleIn } from '../../../../server/core/due/people';

/** Who each cell names, where all of them are told apart together. */
const told = (...cells: readonly string[]): readonly string[] => {
  const namesIn = peopleIn(cells);
  return cells.map((cell) => namesIn(cell).join(' | '));
};

describe('People as they are written', () => {
  for (const [name, cells, people] of [
    ['one in other letters, with other spaces', ['Desk Officer', 'desk officer', ' Desk  Officer '], ['Desk Officer', 'Desk Officer', 'Desk Officer']],
    ['by the spelling that is used most', ['DESK', 'Desk', 'Desk'], ['Desk', 'Desk', 'Desk']],
    ['by the first spelling in the order of characters, of those used as often', ['desk', 'Desk', 'Head of it', 'Head of IT'], ['Desk', 'Desk', 'Head of IT', 'Head of IT']],
    ['one with a no-break space, or a soft hyphen', ['Desk\u00A0Officer', 'Desk Officer', 'Desk Offi\u00ADcer'], ['Desk Officer', 'Desk Officer', 'Desk Officer']],
    ['one with another dash, or none', ['Co-ordinator', 'Co–ordinator', 'Coordinator'], ['Co-ordinator', 'Co-ordinator', 'Co-ordinator']],
    ['one with a full stop, or an article', ['Head of IT', 'the Head of IT', 'Head of IT.'], ['Head of IT', 'Head of IT', 'Head of IT']],
    ['one with & for and', ['Policy & Plans', 'Policy and Plans', 'Policy and Plans'], ['Policy and Plans', 'Policy and Plans', 'Policy and Plans']],
    ['full-width letters', ['Desk', 'Ｄｅｓｋ', 'Desk'], ['Desk', 'Desk', 'Desk']],
    ['two persons as two', ['Ann Lee', 'Ann Leigh'], ['Ann Lee', 'Ann Leigh']],
    ['several with a semicolon, or on lines', ['Desk; Head of IT', 'Desk\nHead of IT', 'Desk;'], ['Desk | Head of IT', 'Desk | Head of IT', 'Desk']],
    ['several of whom each is named alone elsewhere', ['Desk and Clerk', 'Desk / Clerk', 'Desk, Clerk', 'Clerk + Desk', 'Desk', 'Clerk'], ['Desk | Clerk', 'Desk | Clerk', 'Desk | Clerk', 'Clerk | Desk', 'Desk', 'Clerk']],
    ['several by what looks like names of persons', ['Jane Smith, Omar Khan', 'Zoë O’Neill and Li Wei'], ['Jane Smith | Omar Khan', 'Zoë O’Neill | Li Wei']],
    ['one role with “and” in it', ['Head of Policy and Performance', 'Head of Policy'], ['Head of Policy and Performance', 'Head of Policy']],
    ['one role with a place behind a comma', ['Library Services Manager, Anytown', 'Library Services Manager'], ['Library Services Manager, Anytown', 'Library Services Manager']],
    ['a name with its family name first', ['Smith, John'], ['Smith, John']],
    ['one by the family name first, or last', ['Smith, J.', 'J Smith', 'J. Smith', 'SMITH, J', 'J Smith'], ['J Smith', 'J Smith', 'J Smith', 'J Smith', 'J Smith']],
    ['one with two given names', ['O’Neill, Mary Jane', 'Mary Jane O’Neill', 'Mary Jane O’Neill'], ['Mary Jane O’Neill', 'Mary Jane O’Neill', 'Mary Jane O’Neill']],
    ['a role before its service, and the other way round', ['Manager, Libraries', 'Libraries Manager'], ['Manager, Libraries', 'Libraries Manager']],
    ['two persons who share a family name', ['Smith, J.', 'A Smith', 'Smith, A'], ['Smith, J.', 'A Smith', 'A Smith']],
    ['one who is named twice in a cell', ['Desk; desk'], ['Desk']],
    ['nobody', ['', ' - ', 'TBC', 'n/a', '?', 'Vacant', 'nobody yet', '—', 'to be confirmed', '[insert name]', '***'], ['', '', '', '', '', '', '', '', '', '', '']],
    ['somebody beside nobody', ['Desk; TBC'], ['Desk']],
    ['a list with bullets', ['• Desk\n• Clerk'], ['Desk | Clerk']],
    ['names in other scripts', ['王伟', 'Ελένη', 'ΕΛΈΝΗ', 'Ελένη'], ['王伟', 'Ελένη', 'Ελένη', 'Ελένη']],
  ] as const)
    it(`are ${name}`, () => deepEqual(told(...cells), people)); // prettier-ignore

  it('are looked at once for each way of writing them, however many cells hold it', () => {
    const cells = Array.from({ length: 3000 }, (_, at) => ['Desk', 'desk officer; Desk', 'Ann Lee'][at % 3] ?? '');
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its text below
    const { normalize } = String.prototype;
    let looks = 0;
    String.prototype.normalize = function (this: string, form?: string) {
      looks++;
      return normalize.call(this, form);
    };
    try {
      told(...cells);
    } finally {
      String.prototype.normalize = normalize;
    }
    ok(looks > 0 && looks < 30, `${looks}`);
  }); // prettier-ignore
});
