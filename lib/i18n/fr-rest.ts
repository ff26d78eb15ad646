import { errorNumbers } from '@/lib/error-numbers';
import type { Later } from './catalogue';
import { sentences } from './fr-failures';
import { laterWords } from './fr-later';

export const later: Later = { words: laterWords, ...sentences, numbers: errorNumbers };
