/** Rows of the first answer: what a popup can show without scrolling, and a little more. */
export const firstRows = 10;
