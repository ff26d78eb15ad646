/** Rows of the first answer: what a popup shows without scrolling. The next ones are asked for once these are on the screen. */
export const firstRows = 7;
