import { type Range, range } from './range';

/** A text with the places of its offsets. */
export class OffsetText {
  private readonly lineStarts: readonly number[];

  constructor(readonly text: string) {
    this.lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((end) => end.index + end[0].length)];
  }

  /** The range of a stretch of UTF-16 units. */
  rangeOf(offset: number, length: number): Range {
    const start = this.lineOf(offset);
    const end = this.lineOf(offset + length);
    return range(start.line, offset - start.at, end.line, offset + length - end.at);
  }

  private lineOf(offset: number): { line: number; at: number } {
    const line = this.lineStarts.findLastIndex((start) => start <= offset);
    return { line, at: this.lineStarts[line] ?? 0 };
  }
}
