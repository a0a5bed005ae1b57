// Reads QR codes with the camera, where the browser can (getUserMedia and BarcodeDetector): <section data-scanner
// data-path="/…/door/scan/TOKEN/" data-site="https://…">. Only addresses of this site and path are taken. A code of somebody on the list finds
// their line; another one of this café, of someone who joined since the page was loaded, opens its own page.

const section = document.querySelector("[data-scanner]");

/** The token of a code of this café's door, in whichever language its mail was; "" for anything else. */
function tokenOf(text, { path, site }) {
  let address;
  try {
    address = new URL(text);
  } catch {
    return "";
  }
  const plain = (pathname) => pathname.replace(/^\/[a-z]{2}\//, "/");
  const [before, after] = plain(path).split("TOKEN");
  const found = plain(address.pathname);
  if (![location.origin, new URL(site).origin].includes(address.origin)) return "";
  if (!found.startsWith(before) || !found.endsWith(after)) return "";
  const token = found.slice(before.length, found.length - after.length);
  return /^[\w:-]+$/.test(token) ? token : "";
}

async function canRead() {
  if (!navigator.mediaDevices?.getUserMedia || !("BarcodeDetector" in globalThis)) return false;
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  } catch {
    return false;
  }
}

function prepare() {
  const [start, stop] = [section.querySelector("[data-start]"), section.querySelector("[data-stop]")];
  const video = section.querySelector("video");
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let camera = null;
  let last = "";
  let seen = 0;

  function say(what) {
    for (const sentence of section.querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== what;
  }

  function found(text) {
    const token = tokenOf(text, section.dataset);
    if (!token) return say("unknown");
    const party = document.querySelector(`[data-mark="${token.split(":")[0]}"]`);
    if (!party) return location.assign(section.dataset.path.replace("TOKEN", token));
    const name = party.querySelector(".party-name").textContent;
    section.querySelector("[data-found]").textContent = name;
    say("found");
    const box = document.querySelector("[data-search] [name=q]");
    box.value = name;
    box.dispatchEvent(new Event("input"));
    party.querySelector("button[data-when]:not([hidden])").focus();
    navigator.vibrate?.(60);
  }

  async function look() {
    if (!camera) return;
    try {
      const [code] = await detector.detect(video);
      if (code && (code.rawValue !== last || Date.now() - seen > 3000)) found(code.rawValue);
      if (code) [last, seen] = [code.rawValue, Date.now()];
    } catch {} // the picture is not there yet
    setTimeout(look, 200);
  }

  function close() {
    for (const track of camera?.getTracks() ?? []) track.stop();
    camera = null;
    last = "";
    video.hidden = stop.hidden = true;
    start.hidden = false;
  }

  start.addEventListener("click", async () => {
    try {
      camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = camera;
      video.hidden = stop.hidden = false;
      start.hidden = true;
      say("");
      stop.focus();
      video.play().catch(() => {}); // it begins with the first picture
      look();
    } catch {
      close();
      say("refused");
    }
  });
  stop.addEventListener("click", () => {
    close();
    say("");
    start.focus();
  });
  document.addEventListener("visibilitychange", () => document.hidden && close());
  section.hidden = false;
}

if (section && (await canRead())) prepare();
