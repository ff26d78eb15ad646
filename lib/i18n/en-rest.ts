import { errorNumbers } from '@/lib/error-numbers';
import type { Later } from './catalogue';
import { sentences } from './en-failures';
import { laterWords } from './en-later';

export const later: Later = { words: laterWords, ...sentences, numbers: errorNumbers };
