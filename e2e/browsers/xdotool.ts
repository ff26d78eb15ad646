/** A real mouse and a real keyboard on one X screen, through the xdotool program. Positions are screen pixels. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Display } from './display.ts';

const run = promisify(execFile);

export interface Hands {
  move(x: number, y: number): Promise<void>;
  click(button: 'left' | 'right'): Promise<void>;
  /** One key or chord in xdotool's names (`Return`, `alt+shift+c`), or several one after the other. */
  keys(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** How many windows the screen shows; an open menu is one more. */
  windows(): Promise<number>;
}

export function createHands(display: Display): Hands {
  const ask = async (...args: string[]) => (await run('xdotool', args, { env: display.env })).stdout;
  const xdotool = async (...args: string[]) => {
    await ask(...args);
  };
  return {
    move: (x, y) => xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`),
    click: (button) => xdotool('click', button === 'left' ? '1' : '3'),
    keys: (...keys) => xdotool('key', '--delay', '90', '--clearmodifiers', ...keys),
    type: (text) => xdotool('type', '--delay', '30', text),
    windows: async () => {
      const list = await ask('search', '--onlyvisible', '--maxdepth', '1', '--class', '.*').catch(() => '');
      return list.split('\n').filter(Boolean).length;
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
