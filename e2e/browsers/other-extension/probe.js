// Asks another extension (`#id`) everything, by message and by port, and shows what it heard.
const id = decodeURIComponent(location.hash.slice(1));
const names = [
  'glance',
  'accounts.page',
  'accounts.next',
  'vault.ways',
  'vault.copy',
  'fill.account',
  'fill.ready',
  'sites.list',
  'sites.allowed',
  'page.arrived',
  'page.ready',
  'page.submitted',
];
const request = {
  tabId: 1,
  limit: 50,
  query: '',
  offset: 0,
  accountId: 'x',
  confirmedHost: null,
  password: 'x',
};
const patience = (ms) => new Promise((resolve) => setTimeout(resolve, ms, 'silence'));

async function ask(name) {
  const message = { name, request, load: '0'.repeat(24) };
  const answer = await Promise.race([
    chrome.runtime.sendMessage(id, message).then(
      (said) => (said === undefined ? 'silence' : JSON.stringify(said)),
      () => 'silence',
    ),
    patience(700),
  ]);
  return answer === 'silence' ? [] : [`${name}: ${answer}`];
}

async function connect() {
  const heard = [];
  try {
    const port = chrome.runtime.connect(id, { name: 'popup' });
    port.onMessage.addListener((message) => heard.push(`port: ${JSON.stringify(message)}`));
    for (const name of names) port.postMessage({ name, request });
  } catch {
    // Closed at once: nothing is heard.
  }
  await patience(1000);
  return heard;
}

const heard = [...(await Promise.all(names.map(ask))), await connect()].flat();
document.querySelector('#heard').textContent = JSON.stringify({ asked: names.length, heard });
document.title = 'done';
