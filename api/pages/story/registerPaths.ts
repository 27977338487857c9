/** Where the register's pages stand for whoever reads it: an admin who signed in, or somebody with a desk. */
export interface RegisterPaths {
  notice: string;
  story: string;
  process(processId: string): string;
  period(processId: string, periodKey: string): string;
}

/** @param notice the path of the notice's own page */
export const pathsUnder = (notice: string): RegisterPaths => ({
  notice,
  story: `${notice}/story`,
  process: (processId) => `${notice}/processes/${encodeURIComponent(processId)}`,
  period: (processId, periodKey) =>
    `${notice}/processes/${encodeURIComponent(processId)}/periods/${encodeURIComponent(periodKey)}`,
});
