// Notes each gesture and does what the tests ask of a gesture: run in the page, open the panel, open the popup.
const titles = { image: 'Driver image', editable: 'Driver field', page: 'Driver page' };

chrome.runtime.onInstalled.addListener(() => {
  for (const [context, title] of Object.entries(titles)) {
    chrome.contextMenus.create({ id: context, title, contexts: [context] });
  }
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'editable') openPanel(tab);
  void note(`menu ${info.menuItemId}`, tab);
  if (info.menuItemId === 'page') setTimeout(() => chrome.action.openPopup(), 1500);
});

chrome.commands.onCommand.addListener((name, tab) => void note(`command ${name}`, tab));

function openPanel(tab) {
  if (chrome.sidePanel) chrome.sidePanel.open({ tabId: tab.id });
  else chrome.sidebarAction.open();
}

async function note(gesture, tab) {
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.title,
  });
  await chrome.storage.local.set({ note: `${gesture}: ${result}` });
}
