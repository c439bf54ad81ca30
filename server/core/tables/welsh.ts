/** Cells in Welsh, and in both languages, as public bodies in Wales write them: `Complete / Wedi’i gwblhau`. */

/** Accents are left out as often as not, and an apostrophe is one however it is typed. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'");

/** What a cell means; of two halves that mean something, only what they mean alike. @param read undefined: it is not understood */
export function inEither<Meaning>(
  cell: string,
  read: (text: string) => Meaning | undefined,
): Meaning | undefined {
  const [first, second] = halvesOf(cell).map(read);
  if (first !== undefined && second !== undefined) return first === second ? first : undefined;
  return read(cell);
}

/** The two texts of a cell that may say the same in both languages; none where it has one, or more. */
export function halvesOf(cell: string): readonly string[] {
  if (cell.length > longest) return [];
  const halves = marksBetween.map((mark) => cell.split(mark)).find(({ length }) => length === 2) ?? [];
  return halves.map((half) => half.trim());
}

/** With blanks around it, a stroke is none of `N/A`. */
const marksBetween = [/\s[/|]\s|\n/, /[/|\n]/];

/** Longer texts are sentences. */
const longest = 80;
