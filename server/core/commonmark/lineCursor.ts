/** A line that is being read, and the place in it: offsets of the text, and columns, which a tab takes several of. */
import { isBlank, tab } from './characters';

export class LineCursor {
  readonly text: string;
  /** Where the line starts and where it ends, its line feed not included. */
  start = 0;
  end = 0;
  /** The place up to which it has been read. */
  at = 0;
  /** The next character that is no blank, and how many columns away it is. */
  next = 0;
  indent = 0;
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

  /** Nothing is left but blanks. */
  get isBlank(): boolean {
    return this.next >= this.end;
  }

  /** The next character that is no blank; NaN at the end of the line. */
  get code(): number {
    return this.isBlank ? NaN : this.text.charCodeAt(this.next);
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
    let next = this.at;
    let column = this.#column;
    for (; next < this.end; next++) {
      const code = this.text.charCodeAt(next);
      if (code === tab) column += widthOfTab(column);
      else if (isBlank(code)) column++;
      else break;
    }
    this.next = next;
    this.indent = column - this.#column;
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
