// Reads a calendar on standard input with ical.js and writes what it understood as JSON, one object an event.
import { readFileSync } from "node:fs";
import ICAL from "./vendor/ical.min.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return [
    event.uid,
    event.startDate.toUnixTime(),
    event.endDate.toUnixTime(),
    event.location ?? "",
    component.getFirstPropertyValue("status"),
    event.sequence,
    event.summary,
  ];
});
process.stdout.write(JSON.stringify(events));
