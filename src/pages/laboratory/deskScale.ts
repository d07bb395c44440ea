/** Pixels of a letter of the page where pictures have their own size. */
export const LETTER = 14;

/** Pixels of the page to one of a picture: on very wide screens, and for readers with large letters, pictures grow with the page. */
export const deskScale = (): number => Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / LETTER);
