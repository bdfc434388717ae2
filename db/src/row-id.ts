/** The largest `integer` of PostgreSQL. */
const LARGEST = 2_147_483_647

/** Can a row have this id? Any other number would be an error of the database, and not just a row that is not there. */
export function isRowId(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= LARGEST
}
