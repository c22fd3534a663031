"""What the audit says of a focus: seen, or hidden by what."""

import pytest

from tests.browser.chromium import IN_A_BROWSER_ALONE, drive

pytestmark = IN_A_BROWSER_ALONE

RING = "outline: 3px solid #000"
OVER_ALL = "position: fixed; inset: 0; background: #fff"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (f'<p tabindex="0" style="{RING}">A</p>', ""),
        # Higher than the screen: some of it is above, some below.
        (f'<p tabindex="0" style="{RING}; height: 3000px">A</p><p>B</p>', ""),
        (
            f'<p tabindex="0" style="{RING}; height: 3000px">A</p><div style="{OVER_ALL}">B</div>',
            "is covered by something else",
        ),
        (f'<p tabindex="0" style="{RING}">A</p><div style="{OVER_ALL}">B</div>', "is covered by something else"),
        ('<p tabindex="0" style="outline: 0">A</p>', "shows no outline"),
        (f'<p tabindex="0" style="{RING}; position: absolute; left: -900px">A</p>', "is off the screen"),
    ],
    ids=["seen", "higher than the screen", "higher and covered", "covered", "no ring", "off the screen"],
)
def test_what_is_said_of_a_focus(page, said):
    assert drive("focus_shown.mjs", page)["said"] == [said]
