// Lets the browser keep the cafés (static/js/service-worker.js), once the page is there; and says when it has to.
// <p data-offline hidden role="status"> says that there is no connection.

const said = document.querySelector("[data-offline]");
const words = said.textContent;
const say = () => {
  said.hidden = navigator.onLine;
  said.textContent = navigator.onLine ? "" : words; // a screen reader speaks what changes
};
addEventListener("online", say);
addEventListener("offline", say);
say();

if ("serviceWorker" in navigator) {
  const register = async () => {
    const [way] = performance.getEntriesByType("navigation");
    const isUnseen = !navigator.serviceWorker.controller || way?.redirectCount; // by the script that keeps pages
    try {
      await navigator.serviceWorker.register("/service-worker.js");
    } catch {
      return; // not on https, or refused: nothing is kept
    }
    if (isUnseen) (await navigator.serviceWorker.ready).active.postMessage("here");
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
