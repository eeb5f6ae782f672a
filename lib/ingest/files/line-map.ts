/** The line of each row of a file. As long as every row is one line it is one number, the distance between the two counts. */
export class LineMap {
  private readonly rows: number[] = [];
  private readonly distances: number[] = [];

  /** Rows come in their order; those in between follow the one before them, line by line. */
  add(row: number, line: number): this {
    if (this.distances.at(-1) !== line - row) {
      this.rows.push(row);
      this.distances.push(line - row);
    }
    return this;
  }

  lineOf(row: number): number {
    let [low, high] = [0, this.rows.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.rows[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return row + (this.distances[low] ?? 1);
  }

  /** Where the distance changes: from this row on it is so much. */
  *steps(): Generator<{ row: number; distance: number }> {
    for (const [i, row] of this.rows.entries()) yield { row, distance: this.distances[i] as number };
  }
}
