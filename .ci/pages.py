"""Looks at the pages of "inkseal check --html" with headless Chromium; see pages.sh."""

import html.parser
import http.server
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

TOP = pathlib.Path(__file__).resolve().parent.parent
PAINTING = TOP / "test-vectors/images/painting.png"
ATTACKS = TOP / "../shared/corpus/reference/c2pa-attacks"
SHOTS = TOP / "target/pages"
# What a page is made of. A browser adds nothing to it but a table's missing parts.
ELEMENTS = set(
    "html head meta title style body main article header footer section h1 h2 h3 p div span ol ul li dl dt dd table caption "
    "thead tbody tr th td details summary strong code bdi a img".split())
ATTRIBUTES = set("class id scope href src width height alt lang charset http-equiv name content".split())
TITLE = "Pictures checked by inkseal"

failures = []
asked = []


class Canary(http.server.BaseHTTPRequestHandler):
    """Whoever asks for anything has been reached by a page."""

    def do_GET(self):
        asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_):
        pass


class Dom(html.parser.HTMLParser):
    """Every element that a browser made of a page."""

    def __init__(self):
        super().__init__()
        self.foreign, self.title, self.inside = [], "", False

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "title"
        if tag not in ELEMENTS or any(name not in ATTRIBUTES for name, _ in attrs):
            self.foreign.append(self.get_starttag_text()[:120])
        for name, value in attrs:
            if name == "href" and not value.startswith("#") or name == "src" and not value.startswith("data:image/"):
                self.foreign.append(self.get_starttag_text()[:120])

    def handle_data(self, data):
        if self.inside:
            self.title += data
            self.inside = False


def inkseal(home, *words, codes=(0,)):
    env = dict(os.environ, INKSEAL_HOME=str(home))
    run = subprocess.run([str(TOP / "inkseal"), *map(str, words)], env=env, capture_output=True, text=True)
    if run.returncode not in codes:
        sys.exit(f"inkseal {words}: exit code {run.returncode}\n{run.stdout}{run.stderr}")


def chromium(scratch, *words):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
               f"--user-data-dir={scratch}/browser", "--enable-logging=stderr", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def look(scratch, page):
    run = chromium(scratch, "--dump-dom", page.as_uri())
    dom = Dom()
    dom.feed(run.stdout)
    if dom.title != TITLE:
        failures.append(f"{page.name}: the title is {dom.title!r}")
    if dom.foreign:
        failures.append(f"{page.name}: {len(dom.foreign)} foreign elements: {dom.foreign[:3]}")
    said = [line for line in run.stderr.splitlines() if "CONSOLE" in line]
    if said:
        failures.append(f"{page.name}: the browser objects: {said[:3]}")
    return len(run.stdout)


def shoot(scratch, page, name, width, height, *words):
    target = SHOTS / f"{name}.png"
    chromium(scratch, f"--window-size={width},{height}", f"--screenshot={target}", *words, page.as_uri())
    if not target.exists() or target.stat().st_size < 10_000:
        failures.append(f"{name}: no picture of the page")


def attacks(port):
    """Texts that would like to be more."""
    away = f"http://127.0.0.1:{port}/"
    texts = [
        f"<img src={away}a>", f'"><script src={away}b></script>', "<script>document.title='run'</script>",
        f"</title></style><link rel=stylesheet href={away}c>", f"' style='background:url({away}d)' x='",
        "javascript:document.title='run'", f"<iframe src={away}e></iframe>", f"<meta http-equiv=refresh content='0;{away}f'>",
        f"<svg onload=\"fetch('{away}g')\">", "&lt;script&gt;document.title='run'&lt;/script&gt;", "\u202e\u2066\u200b<b>",
        f"<base href={away}h>", f"<form action={away}i><input autofocus onfocus=document.title='run'>",
    ]
    if ATTACKS.is_dir():
        for file in sorted(ATTACKS.iterdir()):
            texts += [line for line in file.read_text("utf-8", "replace").splitlines() if line]
    # No argument of a program can hold a zero byte.
    return [text.replace("\0", "\\0") for text in texts]


def scenes(scratch):
    """The pages that people see most."""
    home, camera = scratch / "home", scratch / "camera"
    inkseal(home, "init", "--name", "Mara Voss")
    inkseal(camera, "init", "--name", "Lumen Camera X2")
    files = {name: scratch / f"{name}.png" for name in ("own", "camera", "ai", "broken", "ten", "plain")}
    shutil.copy(PAINTING, files["plain"])
    inkseal(home, "sign", PAINTING, "-o", files["own"], "--title", "Evening over the hills", "--thumbnail")
    inkseal(camera, "sign", PAINTING, "-o", files["camera"], "--made", "photo", "--title", "Harbour at dawn", "--thumbnail")
    inkseal(home, "label", PAINTING, "-o", files["ai"], "--model", "AcmeDiffusion:2.1", "--provider", "Acme AI", "--thumbnail")
    files["broken"].write_bytes(files["own"].read_bytes() + b"x")
    parts = []
    for number in range(9):
        part = scratch / f"part{number}.png"
        inkseal(camera if number % 2 else home, "sign", PAINTING, "-o", part, "--title", f"Study {number + 1}", "--thumbnail")
        parts += ["--ingredient", part]
    inkseal(home, "sign", PAINTING, "-o", files["ten"], "--made", "edited", "--title", "Collage of a summer", "--thumbnail",
            "--parent", files["camera"], *parts)
    pages = {}
    for name, file in files.items():
        pages[name] = scratch / f"{name}.html"
        inkseal(home, "check", "-q", "--html", pages[name], "--trust", camera / "root.pem", file, codes=(0, 1))
    return pages


def hostile(scratch, texts):
    """One page about pictures that were signed with hostile titles, names and names of files."""
    home = scratch / "hostile"
    files = []
    for number, text in enumerate(texts):
        file = scratch / f"{number}.png"
        inkseal(home, "sign", PAINTING, "-o", file, f"--title={text}", "--name=Mallory")
        files.append(file)
    for number, name in enumerate(("<img src=x onerror=document.title=1>.png", "\"'><b>.png")):
        inkseal(scratch / f"hostile{number}", "sign", PAINTING, "-o", scratch / name, f"--name={texts[number]}")
        files.append(scratch / name)
    page = scratch / "hostile.html"
    inkseal(home, "check", "-q", "--html", page, *files)
    return page


def main():
    SHOTS.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        texts = attacks(server.server_port)
        page = hostile(scratch, texts)
        size = look(scratch, page)
        print(f"{len(texts)} hostile titles on a page of {size} characters: {len(failures)} objections")
        for name, page in scenes(scratch).items():
            look(scratch, page)
            shoot(scratch, page, f"{name}-light", 1000, 1500)
            shoot(scratch, page, f"{name}-dark", 1000, 1500, "--blink-settings=preferredColorScheme=0")
            shoot(scratch, page, f"{name}-narrow", 500, 2000)
        # The browser must be able to ask, or the silence of the canary means nothing.
        before = len(asked)
        chromium(scratch, "--dump-dom", f"http://127.0.0.1:{server.server_port}/alive")
        if before:
            failures.append(f"pages fetched {asked[:before]}")
        if len(asked) == before:
            failures.append("the canary hears nothing even when it is asked")
    for failure in failures:
        print("FAILED", failure)
    print(f"pictures of the pages: {SHOTS.relative_to(TOP)}")
    sys.exit(1 if failures else 0)


main()
