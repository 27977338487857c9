/** An instant in UTC, as `Date.prototype.toISOString` prints it. */
export type Instant = string;
/** A calendar day, 'YYYY-MM-DD'. */
export type LocalDate = string;
/** A time of day, 'HH:MM'. */
export type LocalTime = string;
