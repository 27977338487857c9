/** '12 kB', as a page names a file's size. */
export const fileSize = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;
