/** How a report came in. */
export type Channel = 'link' | 'api' | 'paper' | 'telephone' | 'zalo' | 'e-mail';
