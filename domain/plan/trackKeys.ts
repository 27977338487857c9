/** A certificate that was asked for beside the planned one has a track of its own. */
const FURTHER_CERTIFICATE = 'certificate-';

/** The track of a period's n-th certificate, from the second on. */
export const furtherCertificate = (n: number): string => `${FURTHER_CERTIFICATE}${n}`;

/** The planned track whose ladder and outline a track follows; its own key unless it was added to the plan's. */
export const plannedKey = (track: string): string =>
  track.startsWith(FURTHER_CERTIFICATE) ? 'certificate' : track;
