const marks: readonly (readonly [offset: number, bytes: string])[] = [
  [0, '\x89PNG'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [0, 'BM'],
  [8, 'WEBP'],
  [4, 'ftypavif'],
];

/** Whether the bytes begin as a picture that browsers show: PNG, JPEG, GIF, BMP, WebP, AVIF. */
export function isPicture(bytes: Uint8Array): boolean {
  return marks.some(([offset, mark]) =>
    [...mark].every((letter, at) => bytes[offset + at] === letter.charCodeAt(0)),
  );
}
