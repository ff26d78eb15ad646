/** A film for Chromium's pretended camera: one frame with a QR code on a desk, in YUV4MPEG2. */
import { writeFileSync } from 'node:fs';
import { qrModules } from '../site/qr-picture.ts';

const [width, height] = [640, 480];

/** Grey all around, as a camera sees: no margin is quite white. */
export function writeFilm(path: string, text: string): void {
  const modules = qrModules(text);
  const scale = Math.floor(360 / modules.length);
  const [left, top] = [140, 60];
  const luma = Buffer.alloc(width * height, 150);
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; line < scale; line++) {
        const from = (top + y * scale + line) * width + left + x * scale;
        luma.fill(dark ? 40 : 215, from, from + scale);
      }
    }),
  );
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: 5 }, () => frame)]));
}
