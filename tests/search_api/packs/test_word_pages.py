"""Word on paper: what another reader makes of a pack is printed by a real browser, and the pages hold its words.

Without a Chromium on the machine this is left out, and says so. It shows that headings, lists and the table come over; how
Word itself breaks lines only Word can show.
"""

import shutil
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import mammoth
import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from corpus.catalogue import Catalogue
from search_api.packs.word import word
from tests.search_api.packs.packing import citation, flat, pack_of, publication

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUOTES = [f"Otter {n} must sleep for {n} hours; ŵ and ŷ are kept." for n in range(1, 31)]


def printed_by_a_browser(body: str) -> bytes:
    """A PDF of an HTML body on A4."""
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.set_content(f'<html lang="en"><meta charset="utf-8"><body>{body}</body></html>')
        printed = page.pdf(format="A4")
        browser.close()
    return printed


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium, chromium-browser or google-chrome is on the PATH")
def test_its_pages_hold_every_quotation_and_reference(catalogue: Catalogue) -> None:
    cited = [citation(n, publication(f"guidance-{n}", title=f"Otters, part {n}"), words) for n, words in enumerate(QUOTES, 1)]
    made = mammoth.convert_to_html(BytesIO(word(pack_of(catalogue, cited)))).value
    # Another test's browser may be open in this thread, and one thread plays one browser only.
    with ThreadPoolExecutor(max_workers=1) as thread:
        printed = thread.submit(printed_by_a_browser, made).result()
    pages = PdfReader(BytesIO(printed)).pages
    told = flat(" ".join(one.extract_text() for one in pages))

    assert len(pages) > 2
    assert all(words in told for words in QUOTES)
    assert all(f"Otters, part {n}" in told for n in range(1, 31))
    assert "How this pack was made" in told
