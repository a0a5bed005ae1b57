// The coming cafés on another site: <script defer src="https://…/static/js/embed.js" data-series="…" data-count="5"></script>
// puts a plain list where it stands; the page's own style dresses it. It reads the café's public JSON and nothing else.
// No module: those need leave to be loaded from elsewhere, and do not know their own tag.

(() => {
  const script = document.currentScript;
  const site = new URL("../../", script.src); // the one that serves this file
  const language = (script.closest("[lang]")?.lang ?? "").startsWith("en") ? "en" : "fr";
  const WORDS = {
    fr: {
      none: "Aucun café n’est annoncé.",
      unknown: "lieu à confirmer",
      cancelled: "annulé",
      opens: "inscriptions à partir du",
      closed: "inscriptions closes",
      full: "complet",
    },
    en: {
      none: "No café is announced.",
      unknown: "venue to be confirmed",
      cancelled: "cancelled",
      opens: "RSVPs from",
      closed: "RSVPs closed",
      full: "full",
    },
  };

  function moment(instant, zone, dateStyle) {
    return new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short", timeZone: zone }).format(new Date(instant));
  }

  function state(edition, words) {
    if (edition.status === "cancelled") return words.cancelled;
    if (new Date(edition.rsvps_open_at) > Date.now()) return `${words.opens} ${moment(edition.rsvps_open_at, edition.time_zone, "long")}`;
    if (!edition.takes_rsvps) return words.closed;
    return edition.places_left ? "" : words.full;
  }

  function line(edition) {
    const words = WORDS[language];
    const item = document.createElement("li");
    const time = document.createElement("time");
    time.dateTime = edition.starts_at;
    time.textContent = moment(edition.starts_at, edition.time_zone, "full");
    const link = document.createElement("a");
    link.href = edition.url;
    link.textContent = edition.title;
    const place = edition.venue ? [edition.venue.name, edition.venue.city].filter(Boolean).join(", ") : words.unknown;
    item.append(time, " · ", link, " · ", [place, state(edition, words)].filter(Boolean).join(" · "));
    return item;
  }

  async function list() {
    const query = new URLSearchParams({ when: "upcoming" });
    if (script.dataset.series) query.set("series", script.dataset.series);
    const answer = await fetch(new URL(`api/editions/?${query}`, site), { credentials: "omit" });
    if (!answer.ok) throw new Error(`the café answered ${answer.status}`);
    const { items } = await answer.json();
    const shown = items.slice(0, Number(script.dataset.count) || 5);
    if (!shown.length) return Object.assign(document.createElement("p"), { textContent: WORDS[language].none });
    const element = document.createElement("ul");
    element.append(...shown.map(line));
    return element;
  }

  function link() {
    // The café does not answer: the page says where it is, and goes on.
    const element = document.createElement("a");
    element.href = new URL("cafes/", site);
    element.textContent = element.href;
    return element;
  }

  list()
    .catch(link)
    .then((element) => {
      element.className = "cafe-list";
      script.after(element);
    });
})();
