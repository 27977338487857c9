/** What one request may bring along. Texts are Vietnamese: three bytes a letter at most. */
export const UPLOAD_LIMITS = {
  /** all files of one request together */
  bytes: 25 * 1024 * 1024,
  files: 20,
  fields: 80,
  /** one text field */
  fieldBytes: 600_000,
  /** all text fields of one request together */
  textBytes: 2_000_000,
  /** a form without files */
  formBytes: 2_000_000,
  /** a JSON body */
  jsonBytes: 2_000_000,
  /** a notice's file */
  noticeBytes: 1_200_000,
} as const;
