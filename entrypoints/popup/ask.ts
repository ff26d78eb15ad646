import { browserLanguages } from '@/lib/browser/environment';
import { firstQuestion } from '@/lib/browser/first-question';
import { firstLook } from '@/lib/messages/first-look';

export const first = firstLook({ languages: browserLanguages(), question: firstQuestion() });
