"""Opens reports in headless Chromium by its DevTools protocol and says what is wrong with them: `page.py [--shots FOLDER] FILE…`.

Python's standard library only. Ends with 1 if a page has a fault.
"""

import base64
import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
AUDIT = (HERE / "page.js").read_text()

# Widths of a desktop, a tablet and a phone [px].
WIDTHS = [1280, 768, 375]
# Between the margins of A4: 180 mm at 96 px an inch.
PAPER = 680

# Presses every heading twice and gives the columns that did not come into order.
SORT = """(() => [...document.querySelectorAll("table[data-sort]")].flatMap((table) => {
  const heads = [...table.tHead.rows[0].cells];
  const key = (cell) => cell.dataset.value ?? cell.textContent;
  const before = (x, y) => (x !== "" && y !== "" && !isNaN(x) && !isNaN(y) ? x - y : x.localeCompare(y, document.documentElement.lang));
  return heads.flatMap((head, column) => [1, -1].flatMap((way) => {
    head.querySelector("button")?.click();
    const rows = [...table.tBodies[0].rows];
    const plain = rows.filter((row) => !row.classList.contains("strong")).map((row) => key(row.cells[column]));
    const ordered = plain.every((x, i) => i === 0 || way * before(plain[i - 1], x) <= 0);
    const last = rows.findIndex((row) => row.classList.contains("strong"));
    const kept = last < 0 || rows.slice(last).every((row) => row.classList.contains("strong"));
    const said = head.getAttribute("aria-sort") === (way > 0 ? "ascending" : "descending");
    return ordered && kept && said ? [] : [`${table.caption.textContent}: column ${column}, ${way > 0 ? "up" : "down"}`];
  }));
}))()"""

# What must be found on paper: each chart's texts, and the first words of the rows of each table with its headings.
CONTENT = """(() => ({
  text: document.querySelector("main").innerText,
  buttons: document.querySelectorAll("thead button").length,
  charts: [...document.querySelectorAll("svg")].map((svg) => ({
    title: svg.querySelector("title").textContent,
    texts: [...svg.querySelectorAll("text")].map((text) => text.textContent),
  })),
  tables: [...document.querySelectorAll("table")].map((table) => ({
    caption: table.caption.textContent,
    heads: [...table.tHead.rows[0].cells].map((cell) => cell.textContent),
    rows: [...table.tBodies[0].rows].map((row) => row.cells[0].textContent),
  })),
}))()"""

FONTS = "h1,h2,h3,p,li,dt,dd,caption,figcaption,th,td,text,tspan,button,a"


class Browser:
    """A headless Chromium that reaches no address, spoken to over a pipe."""

    def __init__(self, folder):
        read, chromium_writes = os.pipe()
        chromium_reads, write = os.pipe()
        command = (
            "exec chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --remote-debugging-pipe "
            "--no-first-run --disable-extensions --disable-background-networking --disable-component-update "
            f"'--host-resolver-rules=MAP * ~NOTFOUND' --user-data-dir={folder} about:blank 3<&{chromium_reads} 4>&{chromium_writes}"
        )
        self.process = subprocess.Popen(
            ["bash", "-c", command], pass_fds=(chromium_reads, chromium_writes), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(chromium_reads)
        os.close(chromium_writes)
        self.read, self.write = os.fdopen(read, "rb", buffering=0), os.fdopen(write, "wb", buffering=0)
        self.buffer, self.number, self.events = b"", 0, collections.deque()

    def message(self):
        while b"\0" not in self.buffer:
            read = self.read.read(1 << 20)
            if not read:
                raise SystemExit("chromium ended")
            self.buffer += read
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.write.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def close(self):
        self.call("Browser.close")
        self.process.wait(timeout=20)


class Tab:
    def __init__(self, browser):
        self.browser = browser
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log", "DOM", "CSS"]:
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def open(self, address):
        self.browser.events.clear()
        self.call("Page.navigate", url=address)
        seen = []
        while not any(event.get("method") == "Page.loadEventFired" for event in seen):
            self.call("Runtime.evaluate", expression="0")
            while self.browser.events:
                seen.append(self.browser.events.popleft())
            time.sleep(0.005)
        self.run("document.fonts.ready.then(() => 0)")
        return seen + list(self.browser.events)

    def run(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(json.dumps(answer["exceptionDetails"])[:600])
        return answer["result"].get("value")

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def whole(self, width):
        """Makes the window as high as the page, so that every point of it can be asked for."""
        self.resize(width)
        self.resize(width, min(self.run("document.documentElement.scrollHeight"), 60000))

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)


def said(events, address):
    """Requests that left the file, and whatever the console had to say."""
    for event in events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if url != address and not url.startswith("data:"):
                yield f"asks for {url}"
        elif method == "Log.entryAdded":
            yield f"console: {parameters['entry']['text']}"
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            yield f"console: {json.dumps(parameters)[:300]}"


def addresses(text):
    """Addresses that something could be loaded from, in the file itself."""
    for found in re.findall(r"""(?:src|href|action|data)\s*=\s*["']?([^"'\s>]+)|url\(\s*["']?([^"')]+)|@import[^;]*""", text):
        address = found[0] or found[1]
        if not address.startswith(("#", "data:")):
            yield f"names the address {address[:80]}"


def fonts(tab):
    """Letters that are not of the font which the page carries."""
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    nodes = tab.call("DOM.querySelectorAll", nodeId=root, selector=FONTS)["nodeIds"]
    # an even sample: each node costs a question
    for node in nodes[:: max(1, len(nodes) // 300)]:
        for font in tab.call("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]:
            if not (font["isCustomFont"] and font["familyName"].startswith("Inter")):
                yield f"{font['glyphCount']} letters of {font['familyName']}"


def squeezed(text):
    return re.sub(r"[\s\u00ad\u200e\u200f\u2066-\u2069]+", "", text)


def pairs(texts):
    """Letters with the next one: where words are parted differs between a page and its text."""
    return [text[i : i + 2] for text in texts for i in range(len(text) - 1)]


def paper(pdf, content, scratch):
    """What is cut, split or repeated wrongly on A4."""
    file = scratch / "page.pdf"
    file.write_bytes(pdf)
    raw = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    raw_pages = raw.split("\f")
    flat = [squeezed(page) for page in raw_pages]
    counted = [collections.Counter(pairs([page])) for page in flat]
    for chart in content["charts"]:
        wanted = collections.Counter(pairs(map(squeezed, chart["texts"])))
        lacking = [sum((wanted - page).values()) / sum(wanted.values()) for page in counted]
        where = min(range(len(flat)), key=lambda page: lacking[page])
        # a number over a line of the axis may come out in another order, so a few may be missing, and no more
        if lacking[where] > 0.05:
            yield f"paper: the chart “{chart['title'][:50]}” is not whole on one page: {lacking[where]:.0%} of its letters are lacking"
        if squeezed(chart["title"]) not in flat[where]:
            yield f"paper: the title “{chart['title'][:50]}” is not beside its chart on page {where + 1}"
    for table in content["tables"]:
        rows = [squeezed(row) for row in table["rows"] if len(squeezed(row)) > 6]
        heads = [squeezed(head) for head in table["heads"]]
        caption = squeezed(table["caption"])
        first = next((page for page, text in enumerate(flat) if caption in text and heads[0] in text), None)
        if first is None:
            yield f"paper: no page has the caption “{table['caption'][:50]}”"
            continue
        for page in range(first, len(flat)):
            found = sum(row in flat[page] for row in rows)
            if found == 0:
                break
            if rows and rows[-1] in flat[page - 1] and page > first:
                break
            if found >= 3 and not all(all(word in flat[page] for word in map(squeezed, head.split())) for head in table["heads"]):
                yield f"paper: page {page + 1} goes on with “{table['caption'][:50]}” without its headings"
    yield from edges(file, scratch)


def edges(file, scratch):
    """Ink within 7 mm of the edge of a page: 10 dots of 36 an inch."""
    subprocess.run(["pdftoppm", "-r", "36", "-gray", file, scratch / "sheet"], check=True, stderr=subprocess.DEVNULL)
    for sheet in sorted(scratch.glob("sheet-*.pgm")):
        data = sheet.read_bytes()
        sheet.unlink()
        width, height = map(int, data.split(b"\n", 3)[1].split())
        dots = data[-width * height :]
        ground, border = dots[0], 10
        rows = [dots[y * width : (y + 1) * width] for y in range(height)]
        inner = [row[border : width - border] for row in rows[border : height - border]]
        edge = b"".join(rows[:border] + rows[height - border :] + [row[:border] + row[width - border :] for row in rows])
        # a dot of the ground is now and then one shade off
        if any(abs(dot - ground) > 8 for dot in edge):
            yield f"paper: {sheet.stem} is drawn to the edge"
        if all(abs(dot - ground) <= 8 for row in inner for dot in row):
            yield f"paper: {sheet.stem} is empty"


def check(browser, file, scratch, shots):
    address = file.resolve().as_uri()
    tab = Tab(browser)
    tab.resize(WIDTHS[0])
    faults = list(said(tab.open(address), address)) + list(addresses(file.read_text()))
    with_script = tab.run(CONTENT)
    for width in WIDTHS:
        tab.whole(width)
        faults += [f"{width} px: {fault}" for fault in tab.run(AUDIT)]
        if shots:
            shot(tab, shots / f"{file.stem}-{width}.png")
    tab.call("Emulation.setEmulatedMedia", media="print")
    tab.whole(PAPER)
    faults += [f"paper, {PAPER} px: {fault}" for fault in tab.run(AUDIT)]
    tab.call("Emulation.setEmulatedMedia", media="")
    tab.resize(WIDTHS[0])
    faults += fonts(tab)
    pdf = base64.b64decode(tab.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    if shots:
        (shots / f"{file.stem}.pdf").write_bytes(pdf)
    faults += paper(pdf, with_script, scratch)
    faults += [f"does not sort: {fault}" for fault in tab.run(SORT)]
    faults += said(list(browser.events), address)
    # and all of it once more without script
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(address)
    without = tab.run(CONTENT)
    if without["buttons"]:
        faults.append("buttons that do nothing without script")
    if squeezed(without["text"]) != squeezed(with_script["text"]):
        faults.append("reads differently without script")
    tab.close()
    return faults


def shot(tab, file):
    data = tab.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
    file.write_bytes(base64.b64decode(data))


def main(arguments):
    shots = None
    if arguments[:1] == ["--shots"]:
        shots = Path(arguments[1])
        shots.mkdir(parents=True, exist_ok=True)
        arguments = arguments[2:]
    begun, files, wrong = time.monotonic(), list(map(Path, arguments)), []

    def worker(share):
        with tempfile.TemporaryDirectory() as folder:
            browser = Browser(Path(folder) / "profile")
            for file in share:
                faults = list(dict.fromkeys(check(browser, file, Path(folder), shots)))
                wrong.extend([file] if faults else [])
                heading = f"{file.name}: 1 fault" if len(faults) == 1 else f"{file.name}: {len(faults) or 'no'} faults"
                print("\n  ".join([heading, *faults[:25]]), flush=True)
            browser.close()

    workers = max(1, min(os.cpu_count() or 1, len(files), 4))
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for done in [pool.submit(worker, files[i::workers]) for i in range(workers)]:
            done.result()
    print(f"{len(files)} pages, {len(wrong)} with faults, {time.monotonic() - begun:.0f} s")
    return 1 if wrong or not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
