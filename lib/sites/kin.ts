/**
 * Sites of one owner that take the same accounts. Facts for suggestions only: a code is never entered because of them
 * without the person's yes.
 */
const groups: readonly (readonly string[])[] = [
  [
    'login.microsoftonline.com',
    'login.live.com',
    'account.live.com',
    'account.microsoft.com',
    'mysignins.microsoft.com',
    'www.office.com',
    'm365.cloud.microsoft',
    'outlook.office.com',
    'outlook.live.com',
    'portal.azure.com',
  ],
  [
    'accounts.google.com',
    'myaccount.google.com',
    'mail.google.com',
    'accounts.youtube.com',
    'www.youtube.com',
  ],
  ['appleid.apple.com', 'account.apple.com', 'idmsa.apple.com', 'www.icloud.com'],
  ['www.amazon.ca', 'www.amazon.com', 'www.amazon.fr', 'signin.aws.amazon.com'],
  ['www.facebook.com', 'accountscenter.facebook.com', 'www.instagram.com', 'www.messenger.com'],
  ['id.atlassian.com', 'bitbucket.org', 'trello.com'],
];

/** Whether two hosts, without ports, take the same accounts. */
export function areKin(one: string, other: string): boolean {
  return groups.some((hosts) => hosts.includes(one) && hosts.includes(other));
}
