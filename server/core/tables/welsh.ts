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
  const halves = cell.length > longest ? [] : cell.split(/[/|\n]/);
  const [first, second] = halves.length === 2 ? halves.map((half) => read(half.trim())) : [];
  if (first !== undefined && second !== undefined) return first === second ? first : undefined;
  return read(cell);
}

/** Longer texts are sentences. */
const longest = 80;
