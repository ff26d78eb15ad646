import type { Page } from 'puppeteer-core';
import type { Shot } from './shots.d.mts';

export function serve(folder: string): Promise<{ readonly origin: string; close(): void }>;

export function openShot(page: Page, origin: string, shot: Shot, language: 'fr' | 'en'): Promise<void>;
