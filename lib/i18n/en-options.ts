/** The settings page: its sections, its search, the undo of what was changed. */
export const optionsWords = {
  sectionSecurity: 'Security',
  sectionBackup: 'Backup and recovery',
  sectionTransfer: 'Import and export',
  sectionSites: 'Sites and filling',
  sectionAppearance: 'Appearance and language',
  sectionAbout: 'About and diagnostics',
  sectionsLabel: 'Sections of the settings',
  findSetting: 'Find a setting',
  findNone: 'No setting of that name. Try another word.',
  findCount: { one: '{count} setting found', other: '{count} settings found' },
  findClear: 'Clear the search',
  importTitle: 'Bring accounts in',
  importScan: 'Add an account from a QR code or a key',
  exportTitle: 'Take accounts out',
  exportCopy:
    'An encrypted copy of everything, for this computer or another, is made in “Backup and recovery”.',
  exportCopyLink: 'Go to backup and recovery',
} as const;
