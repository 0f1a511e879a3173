// Counts what passed and prints a table: a row for each kind of file, a column for each algorithm.
export class Matrix {
  #columns;
  #rows = new Map();
  #troubles = [];
  passed = 0;
  failed = 0;

  constructor(columns) {
    this.#columns = columns;
  }

  /** One question asked of one reader; its letter goes into the cell, a dot if it did not accept. */
  add(row, column, letter, accepted, what) {
    if (!this.#rows.has(row)) this.#rows.set(row, new Map());
    const cells = this.#rows.get(row);
    cells.set(column, (cells.get(column) ?? '') + (accepted ? letter : '.'));
    if (accepted) {
      this.passed++;
    } else {
      this.failed++;
      this.#troubles.push(`${row}, ${column}: ${what}`);
    }
  }

  print() {
    const wide = Math.max(...[...this.#rows.keys()].map(row => row.length));
    console.log([''.padEnd(wide), ...this.#columns.map(column => column.padEnd(7))].join('  '));
    for (const [row, cells] of this.#rows) {
      console.log([row.padEnd(wide), ...this.#columns.map(column => (cells.get(column) ?? '').padEnd(7))].join('  '));
    }
    for (const trouble of this.#troubles) console.log(`FAILED ${trouble}`);
    console.log(`interop: ${this.passed} passed, ${this.failed} failed`);
  }
}
