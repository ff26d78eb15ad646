// Shows that it may run in the tab it was opened over, and that a click reaches it.
const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const title = document.querySelector('#title');
try {
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.title,
  });
  title.textContent = result;
} catch {
  title.textContent = 'refused';
}
document.querySelector('button').addEventListener('click', () => {
  const active = navigator.userActivation.isActive ? 'with a gesture' : 'without a gesture';
  document.querySelector('#answer').textContent = `${document.querySelector('input').value} ${active}`;
});
