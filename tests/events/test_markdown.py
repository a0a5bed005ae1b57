"""What people write in Markdown is shown, and can do no harm."""

from xml.etree import ElementTree

import pytest

from events.markdown import render


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**fort** *doux* ~~non~~", "<p><strong>fort</strong> <em>doux</em> <s>non</s></p>\n"),
        ("une\ndeux", "<p>une<br>\ndeux</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        (
            "[lieu](https://lieu.example)",
            '<p><a href="https://lieu.example" rel="nofollow ugc noopener">lieu</a></p>\n',
        ),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text, html):
    assert render(text) == html


def test_headings_begin_below_those_of_the_page_and_skip_no_level():
    assert render("# a\n### b\n## c\n# d") == "<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>\n<h3>d</h3>\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Voir https://a.example/x_y_z.", "https://a.example/x_y_z"),
        ("(https://a.example/)", "https://a.example/"),
        ("« https://a.example/?q=1&r=2 »", "https://a.example/?q=1&amp;r=2"),
    ],
)
def test_bare_address_becomes_a_link_without_the_punctuation_around_it(text, shown):
    assert f'<a href="{shown}" rel="nofollow ugc noopener">{shown}</a>' in render(text)


@pytest.mark.parametrize("text", ["`https://a.example`", "[https://a.example](https://b.example)"])
def test_address_in_code_or_in_a_link_is_left_alone(text):
    assert render(text).count("<a ") == text.count("](")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick='x'>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "![x](https://spy.example/pixel.png)",
        "[x](https://a.example 'title\" onclick=\"y')",
        "`<iframe src=//x>`",
        '<https://a.example/"onmouseover="x>',
    ],
)
def test_nothing_that_acts_gets_through(text):
    page = ElementTree.fromstring(f"<div>{render(text)}</div>")  # noqa: S314 (our own output, a few lines)
    assert {element.tag for element in page.iter()} <= {"div", "p", "a", "code"}
    for link in page.iter("a"):
        assert set(link.attrib) == {"href", "rel"}
        assert link.attrib["href"].startswith("https://")
