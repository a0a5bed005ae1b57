// The list at the door: <form data-door="slug"> around lines <li data-party id="rsvp-1">, each with its buttons.
//
// A tap is written down on the phone first, shown, and then sent; it is struck off when the site has answered. Without
// a connection it stays, also when the page is closed, and leaves as soon as it can. Every act sets a state ("two of
// this party are here", "this walk-in exists"), so one that is sent twice changes nothing, and of two acts about the
// same line only the later one is kept.

const form = document.querySelector("[data-door]");

/** The acts that the site has not answered yet, by the line they are about; memory serves where storage is refused. */
class Kept {
  constructor(name) {
    this.name = name;
    this.memory = "{}";
  }
  all() {
    try {
      this.memory = localStorage.getItem(this.name) ?? "{}";
    } catch {}
    return JSON.parse(this.memory);
  }
  change(edit) {
    const acts = this.all();
    edit(acts);
    this.memory = JSON.stringify(acts);
    try {
      localStorage.setItem(this.name, this.memory);
    } catch {}
  }
  put(line, act) {
    this.change((acts) => {
      delete acts[line]; // to the end of the line
      acts[line] = { ...act, stamp: key() };
    });
  }
  /** Forgets an act, unless a later one has taken its place meanwhile. */
  drop(line, stamp) {
    this.change((acts) => {
      if (acts[line]?.stamp === stamp) delete acts[line];
    });
  }
}

/** A random key as a UUID; crypto.randomUUID is missing on plain http. */
function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** As the server folds words: no capitals, accents or ligatures. */
function fold(text) {
  const plain = text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss").replaceAll("’", "'");
  return plain.normalize("NFKD").replace(/\p{M}/gu, "");
}

function open() {
  const kept = new Kept(`door:${form.dataset.door}`);
  const parties = [...form.querySelectorAll("[data-party]")];
  const walkIns = form.querySelector("[data-walk-ins]");
  const room = document.querySelector("[data-room]");
  const unsent = document.querySelector("[data-unsent-status]");
  const refused = document.querySelector("[data-refused-status]");
  const token = form.elements.csrfmiddlewaretoken.value;
  let elsewhere = Number(room.textContent) - inTheRoom(); // who arrived from a line that this page does not have
  let isSending = false;
  let isSlow = false;
  let turn = 0;
  let pause = 1000;
  let timer;

  function inTheRoom() {
    const arrived = parties.reduce((sum, party) => sum + Number(party.dataset.arrived), 0);
    return [...walkIns.querySelectorAll("[data-walk-in]")].reduce((sum, one) => sum + Number(one.dataset.people), arrived);
  }

  // Showing

  function showParty(party, arrived) {
    party.dataset.arrived = arrived;
    party.classList.toggle("is-here", arrived > 0);
    for (const part of party.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "in") !== arrived > 0;
    const count = party.querySelector("[data-count]");
    if (count) count.textContent = arrived;
  }

  function showWalkIn({ key, name, people }) {
    let line = walkIns.querySelector(`[data-walk-in="${key}"]`);
    if (!line) {
      line = walkIns.querySelector("template").content.firstElementChild.cloneNode(true);
      line.dataset.walkIn = key;
      line.querySelector("button").setAttribute("formaction", undoAddress(key));
      walkIns.querySelector("ol").append(line);
    }
    line.dataset.people = people;
    line.querySelector("[data-count]").textContent = people;
    for (const part of line.querySelectorAll("[data-name]")) part.textContent = part.matches("button *") ? ` ${name}` : name;
  }

  function undoAddress(key) {
    return form.dataset.undo.replace("00000000-0000-0000-0000-000000000000", key);
  }

  /** What is written down on this phone stands over what the site has said. */
  function show() {
    const acts = kept.all();
    const isOnItsWay = isSending && !isSlow;
    for (const [line, act] of Object.entries(acts)) {
      if (act.walkIn) showWalkIn(act.walkIn);
      else if (act.gone) walkIns.querySelector(`[data-walk-in="${act.gone}"]`)?.remove();
      else {
        const party = document.getElementById(line);
        if (party) showParty(party, Number(act.fields.people));
      }
    }
    for (const line of form.querySelectorAll("[data-party], [data-walk-in]")) {
      line.querySelector("[data-unsent]").hidden = isOnItsWay || !((line.id || line.dataset.walkIn) in acts);
    }
    walkIns.hidden = !walkIns.querySelector("ol > li");
    room.textContent = inTheRoom() + elsewhere;
    const waiting = Object.keys(acts).length;
    unsent.hidden = waiting === 0 || isOnItsWay;
    unsent.querySelector("[data-unsent-count]").textContent = waiting;
  }

  function take(state) {
    const acts = kept.all();
    for (const party of parties) {
      if (!(party.id in acts)) showParty(party, state.arrived[party.id.slice(5)] ?? 0);
    }
    const here = new Set(state.walk_ins.map((one) => one.key));
    for (const line of walkIns.querySelectorAll("[data-walk-in]")) {
      if (!here.has(line.dataset.walkIn) && !(line.dataset.walkIn in acts)) line.remove();
    }
    for (const one of state.walk_ins) if (!(one.key in acts)) showWalkIn(one);
    const known = new Set(parties.map((party) => party.id.slice(5)));
    elsewhere = Object.entries(state.arrived).reduce((sum, [pk, people]) => (known.has(pk) ? sum : sum + people), 0);
    refused.hidden = true;
    show();
  }

  // Sending

  function ask(address, fields) {
    const headers = { Accept: "application/json" };
    const options = { headers, redirect: "manual", signal: AbortSignal.timeout(15000) };
    if (fields) {
      const body = new URLSearchParams({ ...fields, csrfmiddlewaretoken: token });
      Object.assign(options, { method: "POST", body, keepalive: true });
    }
    return fetch(address, options);
  }

  async function send() {
    clearTimeout(timer);
    if (isSending) return;
    isSending = true;
    let isThrough = true;
    const patience = setTimeout(() => {
      isSlow = true;
      show();
    }, 800);
    try {
      const tried = new Set();
      for (let next; (next = Object.entries(kept.all()).find(([, act]) => !tried.has(act.stamp))); ) {
        const [line, act] = next;
        tried.add(act.stamp);
        const answer = await ask(act.address, act.fields);
        if (answer.ok) {
          kept.drop(line, act.stamp);
          take(await answer.json());
        } else if (answer.status === 422) {
          kept.drop(line, act.stamp); // no name at all, such as blanks that nobody sees
          walkIns.querySelector(`[data-walk-in="${line}"]`)?.remove();
        } else if (answer.status === 404 && act.fields.people && !document.getElementById(line) && !act.walkIn) {
          kept.drop(line, act.stamp); // somebody who is no longer on the list at all
        } else {
          isThrough = false;
          refused.hidden = answer.status >= 500; // signed out, no organizer any more, or the door is closed
        }
      }
      pause = 1000;
    } catch {
      isThrough = false; // no connection, or too slow a one
    }
    clearTimeout(patience);
    isSending = isSlow = false;
    if (!isThrough) {
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, 30000);
    }
    show();
  }

  /** What the other phones have done meanwhile. */
  async function refresh() {
    if (Object.keys(kept.all()).length) return send();
    const mine = ++turn;
    try {
      const answer = await ask(location.pathname);
      const state = answer.ok && (await answer.json());
      if (state && mine === turn) take(state); // unless somebody has tapped meanwhile
    } catch {} // the next tap, or the next look, tries again
  }

  function act(line, what) {
    turn += 1;
    kept.put(line, what);
    send();
    show();
  }

  // Tapping

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    const line = button?.closest("li");
    if (!line) return;
    const address = button.getAttribute("formaction");
    if (line.dataset.walkIn) {
      act(line.dataset.walkIn, { address, fields: {}, gone: line.dataset.walkIn });
      welcome.closest("details").querySelector("summary").focus({ preventScroll: true });
      return;
    }
    button.closest("details")?.removeAttribute("open");
    act(line.id, { address, fields: { people: button.value } });
    line.querySelector("[data-when]:is(button):not([hidden])").focus({ preventScroll: true }); // the one that undoes it
  });

  const welcome = document.querySelector("[data-walk-in-form]");
  welcome.addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, people } = welcome.elements;
    const typed = name.value.trim().replace(/\s+/g, " ");
    const count = Number(people.value);
    if (!typed) return name.focus();
    if (!Number.isInteger(count) || count < Number(people.min) || count > Number(people.max)) return people.focus();
    const one = { key: key(), name: typed, people: count };
    act(one.key, { address: welcome.getAttribute("action"), fields: one, walkIn: one });
    name.value = "";
    people.value = 1;
    name.focus();
  });

  // Searching

  const search = document.querySelector("[data-search]");
  const box = search.elements.q;
  const nobody = form.querySelector("[data-nobody]");
  function filter() {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const party of parties) {
      party.hidden = !words.every((word) => party.dataset.words.includes(word));
      found += party.hidden ? 0 : 1;
    }
    nobody.hidden = found > 0 || words.length === 0;
    form.elements.q.value = box.value;
  }
  search.querySelector("button").hidden = true;
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    box.blur(); // the keyboard leaves room for the list
  });
  box.addEventListener("input", filter);
  box.addEventListener("focus", () => box.select()); // the next name replaces the last one

  addEventListener("online", refresh);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
  addEventListener("pageshow", (event) => {
    filter(); // the browser may have brought back what was typed
    if (event.persisted) refresh();
  });
  addEventListener("storage", show);
  send();
  show();
}

if (form) open();
