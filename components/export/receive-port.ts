import type { ScanPort } from '../scan/scan-port';

/** What the page that receives a series asks of its browser. */
export type ReceivePort = Pick<
  ScanPort,
  'ask' | 'onChange' | 'openPage' | 'readPicture' | 'readVideo' | 'openCamera' | 'captureScreen'
>;
