"""The Firefox of this machine, through Marionette: the protocol that it speaks itself, a JSON array after its length.

Mozilla's own client was tried and does the same, but brings sixteen packages, one of them without a wheel, which our
locks do not install; Playwright drives only a Firefox of its own making.
"""

import contextlib
import itertools
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " "}  # WebDriver, 17.4.2, "normalised key value"
PREFERENCES = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


def firefox_path() -> str | None:
    """The Firefox of this machine, or the one that FIREFOX names."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """A browser without a window on the screen. `begin` forgets what it has seen."""

    def __init__(self, program: str, profile: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in {**PREFERENCES, "marionette.port": port}.items()
        ]
        profile.joinpath("user.js").write_text("".join(lines))
        # System access: the size of the page and the switch for its scripts belong to the browser, not to the page.
        options = ["--marionette", "--remote-allow-system-access", "--headless", "--no-remote", "--profile", profile]
        self._process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._numbers = itertools.count(1)
        try:
            self._line = self._connect(port)
            self._answers = self._line.makefile("rb")
            self._receive()  # who it is
            self._ask("WebDriver:NewSession", capabilities={})
        except BaseException:
            self._process.kill()
            raise

    def begin(self, *, width: int, height: int, scripts: bool) -> None:
        """A page of this size in pixels, with or without JavaScript; no cookie and nothing else is kept from before."""
        self._ask("WebDriver:Navigate", url="about:blank")
        self._ask("Marionette:SetContext", value="chrome")
        self._ask(
            "WebDriver:ExecuteAsyncScript",
            script="""const [width, height, scripts, done] = arguments
                const sizes = {width, "min-width": width, "max-width": width, height, "max-height": height}
                for (const [name, size] of Object.entries(sizes))
                    gBrowser.selectedBrowser.style.setProperty(name, `${size}px`, "important")
                gNavToolbox.hidden = true  // so that the focus goes round on the page
                Services.prefs.setBoolPref("javascript.enabled", scripts)
                Services.console.reset()
                const focus = () => {  // a window that has just opened takes its time to have it
                    gBrowser.selectedBrowser.focus()
                    const isOurs = document.activeElement === gBrowser.selectedBrowser
                    isOurs && Services.focus.activeWindow === window ? done() : setTimeout(focus, 50)
                }
                Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, focus)""",
            args=[width, height, scripts],
        )
        self._ask("Marionette:SetContext", value="content")

    def go(self, url: str) -> None:
        self._ask("WebDriver:Navigate", url=url)

    def press(self, key: str) -> None:
        self._type([KEYS.get(key, key)])

    def write(self, text: str) -> None:
        self._type(list(text))

    def read(self, expression: str) -> Any:
        """The value of an expression of JavaScript, even on a page that may run none itself."""
        return self._ask("WebDriver:ExecuteScript", script=f"return {expression}", args=[])["value"]

    def problems(self, base: str) -> list[str]:
        """The errors that pages of this site left in the console since `begin`.

        What was still on its way when its page was left is none, whatever Firefox says of the worker that fetched it.
        """
        self._ask("Marionette:SetContext", value="chrome")
        found = self._ask(
            "WebDriver:ExecuteScript",
            script="""return Services.console.getMessageArray()
                .filter(each => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
                .filter(each => each.sourceName.startsWith(arguments[0]))
                .map(each => each.errorMessage)
                .filter(each => !each.endsWith("intercepted the request and encountered an unexpected error."))""",
            args=[base],
        )["value"]
        self._ask("Marionette:SetContext", value="content")
        return list(found)

    def quit(self) -> None:
        with contextlib.suppress(OSError, AssertionError):
            self._ask("Marionette:Quit", flags=["eForceQuit"])
        self._answers.close()
        self._line.close()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _type(self, values: list[str]) -> None:
        strokes = [{"type": kind, "value": value} for value in values for kind in ("keyDown", "keyUp")]
        self._ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def _connect(self, port: int) -> socket.socket:
        deadline = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=60)
            except OSError:
                assert self._process.poll() is None, "Firefox ended by itself"
                assert time.monotonic() < deadline, "Firefox did not answer within a minute"
                time.sleep(0.1)

    def _ask(self, command: str, **parameters: Any) -> Any:
        message = json.dumps([0, next(self._numbers), command, parameters]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _kind, _number, error, answer = self._receive()
        assert not error, f"{command}: {error['error']}: {error['message']}"
        return answer

    def _receive(self) -> Any:
        length = b""
        while (character := self._answers.read(1)) != b":":
            assert character, "Firefox has hung up"
            length += character
        return json.loads(self._answers.read(int(length)))
