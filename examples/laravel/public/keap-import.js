// Keeps the progress of an import up to date. Without JavaScript the page loads itself again.
const shown = document.getElementById('progress');

/** Replaces only what differs: a screen reader says no more than that, and what is open or has the focus stays so. */
function show(fresh) {
  const [old, now] = [[...shown.children], [...fresh.children]];
  if (old.length !== now.length) return shown.replaceChildren(...now);
  old.forEach((part, nth) => (part.innerHTML === now[nth].innerHTML && part.value === now[nth].value) || part.replaceWith(now[nth]));
}

async function update() {
  const reply = await fetch(location.href).catch(() => null); // the network may be away for a moment
  if (reply && !reply.ok) return location.reload(); // to the page that says why
  const fresh = reply && new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('progress');
  fresh && show(fresh);
  if (!fresh?.hasAttribute('data-finished')) setTimeout(update, 2000);
}

setTimeout(update, 2000);
