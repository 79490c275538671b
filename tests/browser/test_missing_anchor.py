"""Tests that an address whose fragment is no id of its page is answered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from conftest import address_of

Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("saran/#saran-perhatikan-program", "S2 Perhatikan kembali program dengan mitra"),
        ("kendala/#vi-1-p44", "VI.1 ¶4 Mengapa program dinilai tidak berhasil"),
        ("kendala/#kendala-komitmen-hanoii", "K3 Kurangnya komitmen Hanoi"),
    ],
)
def test_it_is_said_that_an_anchor_does_not_exist_and_the_nearest_is_offered(
    site_url: str, open_page: Open, address: str, offered: str
) -> None:
    page = open_page()
    page.goto(site_url + address)
    notice = page.get_by_role("status").filter(has_text="tidak ada dalam edisi ini")
    expect(notice).to_contain_text(f"Bagian #{address.partition('#')[2]} tidak ada")
    link = notice.get_by_role("link", name=offered)
    expect(link).to_be_visible()
    link.click()
    expect(page.locator(":target")).to_have_count(1)


def test_an_anchor_of_another_page_is_found_there(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{site_url}kendala/#vi-1-p1")
    page.wait_for_url(f"**/{address_of('vi-1-p1')}")
    page.goto(f"{site_url}404.html#vi-2-p3")
    page.wait_for_url(f"**/{address_of('vi-2-p3')}")


@pytest.mark.parametrize("fragment", ["%", "a<b>", "zzzzzzzzzzzz"])
def test_what_is_like_no_anchor_gets_an_answer_without_an_offer(site_url: str, open_page: Open, fragment: str) -> None:
    page = open_page()
    page.goto(f"{site_url}kendala/#{fragment}")
    notice = page.locator(".missing-anchor")
    expect(notice).to_contain_text("tidak ada dalam edisi ini.")
    assert notice.locator("a").count() == 0


def test_an_anchor_that_exists_loads_nothing(site_url: str, open_page: Open) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site_url + address_of("vi-1-p4"))
    page.goto(f"{site_url}kendala/#:~:text=kendala")
    assert [each for each in requests if "/anchors." in each or "search-index" in each] == []
