// A number that follows the server: <strong data-live-count="address that answers {people: …}">12</strong>.
// It asks every half a minute while the page is looked at, and less and less often while the server does not answer.
const EVERY = 30_000;
const AT_MOST = 16 * EVERY;

for (const shown of document.querySelectorAll("[data-live-count]")) {
  let pause = EVERY;
  const ask = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(shown.dataset.liveCount, { headers: { Accept: "application/json" } });
        if (answer.status === 404) return; // the link has ended: a reload will say so
        if (!answer.ok) throw new Error(answer.statusText);
        const { people } = await answer.json();
        if (shown.textContent !== String(people)) shown.textContent = people;
        pause = EVERY;
      } catch {
        pause = Math.min(2 * pause, AT_MOST);
      }
    }
    setTimeout(ask, pause);
  };
  setTimeout(ask, pause);
}
