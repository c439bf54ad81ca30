/** A line that is being read, and the place in it: offsets of the text, and columns, which a tab takes several of. */
import { isBlank, space, tab } from './characters';

export class LineCursor {
  readonly text: string;
  /** Where the line starts and where it ends, its line feed not included. */
  start = 0;
  end = 0;
  /** The place up to which it has been read. */
  at = 0;
  /** The next character that is no blank, its code, and how many columns away it is; at the end of the line, -1 is its code. */
  next = 0;
  code = -1;
  indent = 0;
  /** Nothing is left but blanks. */
  isBlank = true;
  #column = 0;

  constructor(text: string) {
    this.text = text;
  }

  begin(start: number, end: number): void {
    this.start = this.at = start;
    this.end = end;
    this.#column = 0;
    this.#look();
  }

  /** The line from the next character on that is no blank. */
  get rest(): string {
    return this.text.slice(this.next, this.end);
  }

  /** Whether something else than blanks has been passed in this line. */
  get hasPassedMarks(): boolean {
    for (let at = this.start; at < this.next; at++) if (!isBlank(this.text.charCodeAt(at))) return true;
    return false;
  }

  #look(): void {
    const { text, end } = this;
    let next = this.at;
    let column = this.#column;
    let code = -1;
    for (; next < end; next++) {
      code = text.charCodeAt(next);
      if (code === space) column++;
      else if (code === tab) column += widthOfTab(column);
      else break;
    }
    this.next = next;
    this.indent = column - this.#column;
    this.isBlank = next >= end;
    this.code = this.isBlank ? -1 : code;
  }

  /** Goes on by columns of blanks, as many as there are; a tab may be left in part. */
  skip(columns: number): void {
    let left = Math.min(columns, this.indent);
    while (left > 0) {
      const width = this.text.charCodeAt(this.at) === tab ? widthOfTab(this.#column) : 1;
      const taken = Math.min(width, left);
      this.#column += taken;
      left -= taken;
      if (taken === width) this.at++;
    }
    this.#look();
  }

  /** Goes on behind so many characters, the blanks before them included. */
  pass(characters: number): void {
    this.#column += this.indent + characters;
    this.at = this.next + characters;
    this.#look();
  }
}

const widthOfTab = (column: number): number => 4 - (column % 4);
