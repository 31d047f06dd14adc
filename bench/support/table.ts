/** Rows as a table for the terminal: words to the left, numbers to the right. */
export function printTable(title: string, rows: Record<string, string | number>[]) {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => String(row[column]).length)));
  const line = (cells: (string | number | undefined)[]) =>
    cells
      .map((cell, place) =>
        typeof cell === "number" ? String(cell).padStart(widths[place] ?? 0) : String(cell).padEnd(widths[place] ?? 0),
      )
      .join("   ");

  console.log(`\n${title}`);
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => row[column])));
}
