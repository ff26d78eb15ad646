// Somebody else's extension, with every host: it lives, and its page does the rest.
chrome.runtime.onInstalled.addListener(() => undefined);
