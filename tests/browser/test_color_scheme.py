"""Tests of the color scheme: that of the device, or the reader's choice, from the first paint on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
SCHEME = "document.body.dataset.mdColorScheme"


@pytest.mark.parametrize(("device", "scheme"), [("light", "default"), ("dark", "slate")])
def test_the_first_paint_is_as_the_device_says(demo_url: str, open_page: Open, device: str, scheme: str) -> None:
    page = open_page(watched=False, color_scheme=device)
    page.route("**/*.js", lambda route: route.abort())  # the first paint must not need any file
    page.add_init_script(
        "addEventListener('readystatechange', () => { window.first ??= document.body?.dataset.mdColorScheme }, true)"
    )
    page.goto(f"{demo_url}panduan/")
    assert page.evaluate("window.first") == scheme


def test_the_page_follows_the_device_and_a_choice_outlasts_the_page(demo_url: str, open_page: Open) -> None:
    page = open_page(color_scheme="light")
    page.goto(demo_url)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {SCHEME} === 'slate'")
    page.get_by_role("button", name="Ganti ke tampilan terang").click()
    assert page.evaluate(SCHEME) == "default"
    assert page.evaluate("localStorage.tampilan") == "light"  # a fixed key: browsers of readers have it stored
    page.goto(f"{demo_url}isi/")
    assert page.evaluate(SCHEME) == "default"
    page.get_by_role("button", name="Ganti ke tampilan gelap").click()
    page.get_by_role("button", name="Ganti ke tampilan perangkat").click()
    assert page.get_by_role("button", name="Ganti ke tampilan terang").is_visible()


def test_a_browser_that_keeps_nothing_still_shows_the_page(demo_url: str, open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('tidak boleh') } })")
    page.goto(demo_url)
    assert page.evaluate(SCHEME) == "slate"
    page.get_by_role("button", name="Ganti ke tampilan terang").click()
    assert page.evaluate(SCHEME) == "default"


def test_without_javascript_no_button_is_offered(demo_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url)
    assert page.locator("[data-scheme-switch]:visible").count() == 0
