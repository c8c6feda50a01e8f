#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_html;

namespace {
struct Client {
  const char* name;
  const char* html;
};
}  // namespace

TEST_CASE("quotes and signatures are known by the marks of every client") {
  const Client clients[] = {
      {"Gmail",
       "<div dir=ltr>Mine.<div><br clear=all></div>-- <br><div dir=ltr class=gmail_signature "
       "data-smartmail=gmail_signature>Zoe<br>Example</div></div><br><div "
       "class=\"gmail_quote\"><div "
       "dir=ltr class=gmail_attr>On Tue, 5 Mar 2024, Ann wrote:<br></div><blockquote "
       "class=\"gmail_quote\" style=\"margin:0\">Hers.</blockquote></div>"},
      {"Outlook desktop",
       "<div class=WordSection1><p class=MsoNormal>Mine.<o:p></o:p></p><div "
       "style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p "
       "class=MsoNormal><b>From:</b> Ann &lt;ann@example.test&gt; <br><b>Sent:</b> Tuesday, March "
       "5, "
       "2024<br><b>To:</b> Help<br><b>Subject:</b> X</p></div><p class=MsoNormal>Hers.</p></div>"},
      {"Outlook on the web",
       "<div>Mine.</div><div id=\"Signature\"><p>Zoe</p></div><div id=\"appendonsend\"></div><hr "
       "style=\"width:98%\"><div id=\"divRplyFwdMsg\" dir=ltr><b>From:</b> Ann<br><b>Sent:</b> "
       "Tuesday</div><div>Hers.</div>"},
      {"Apple Mail",
       "<html><body>Mine.<br id=\"lineBreakAtBeginningOfSignature\"><div dir=ltr>-- "
       "<br>Zoe</div><div "
       "dir=ltr><br><blockquote type=\"cite\">On 5 Mar 2024, at 10:12, Ann "
       "wrote:<br><br></blockquote>"
       "</div><blockquote type=\"cite\"><div>Hers.</div></blockquote></body></html>"},
      {"Thunderbird",
       "<body><p>Mine.</p><pre class=\"moz-signature\" cols=\"72\">Zoe\nExample</pre><div "
       "class=\"moz-cite-prefix\">On 11/20/26 10:11, Ann wrote:<br></div><blockquote type=\"cite\" "
       "cite=\"mid:1@example.test\"><pre wrap=\"\" class=\"moz-quote-pre\">Hers.</pre></blockquote>"
       "</body>"},
      {"Thunderbird in plain text",
       "<body>Mine.<br><div class=\"moz-signature\">Zoe<br></div><div class=\"moz-cite-prefix\">On "
       "11/20/26 10:11, Ann wrote:<br></div><span style=\"white-space: pre-wrap; display: block; "
       "width: 98vw;\">&gt; Hers.<br></span></body>"},
      {"Yahoo",
       "<div class=ydp1yahoo-style-wrap><div>Mine.</div><div id=ydp2yahoo_quoted_1 "
       "class=ydp3yahoo_quoted><div>On Tuesday, Ann wrote:</div><div>Hers.</div></div></div>"},
      {"Proton",
       "<div>Mine.</div><div class=\"protonmail_signature_block\"><div>Sent with "
       "Proton</div></div><div class=\"protonmail_quote\">On Tuesday, Ann wrote:<br><blockquote "
       "type=cite>Hers.</blockquote></div>"},
      {"Zendesk",
       "<div style=\"color:#b5b5b5\">##- Please type your reply above this line "
       "-##</div><p>Mine.</p>"
       "<div class=\"zd-quote\">Hers.</div>"},
      {"Mail.ru", "<div>Mine.</div><div class=\"js-helper js-readmsg-msg\">Hers.</div>"},
  };
  for (const Client& client : clients) {
    CAPTURE(client.name);
    const Document mail = read_html(client.html);
    CAPTURE(std::string(mail.text()));
    CHECK(own_text(mail) == "Mine.\n");
  }
}

TEST_CASE("words between Gmail quotes are the author's") {
  const Document mail = read_html(
      "<div class=gmail_quote><div class=gmail_attr>On 5 Mar 2024, Ann wrote:</div><blockquote "
      "class=gmail_quote>One?</blockquote><div>Answer one.</div><blockquote "
      "class=gmail_quote>Two?</blockquote><div>Answer two.</div></div>");
  CHECK(own_text(mail) == "Answer one.\nAnswer two.\n");
}

TEST_CASE("an indented paragraph of the author's is no quote") {
  CHECK(own_text(read_html("<div>One.</div><blockquote style=\"margin:0 0 0 40px;border:none;"
                           "padding:0px\"><div>Two.</div></blockquote>")) == "One.\nTwo.\n");
}

TEST_CASE("what is hidden and what is no text is dropped") {
  CHECK(
      read_html("<style>p{}</style><script>x</script><!-- c --><span style='display:none'>a</span>"
                "<span style=\"font-size:0px\">b</span><div hidden>c</div><p>seen</p>")
          .text() == "seen");
  // Templates give letters no size, so that blanks do not show, and the words inside one again.
  CHECK(read_html("<td style='font-size:0px'>a<div style='font-size: 13px'>seen<b style="
                  "'font-size:120%'> too</b></div><i style='font: 14px Courier'>, all</i><p style='font-size:1em'>b</p></td>")
            .text() == "seen too\n, all");
  CHECK(read_html("<!-->seen<!---> too<!--> -->").text() == "seen too -->");
}

TEST_CASE("blocks and breaks and paragraphs make the lines a reader sees") {
  CHECK(read_html("<p>a</p><p>b</p>").text() == "a\n\nb");
  CHECK(read_html("<p>a</p><div>b</div>").text() == "a\n\nb");
  CHECK(read_html("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>").text() == "a\nb");
  CHECK(read_html("<div>a<br></div><div>b</div><div><br></div><div>c</div>").text() == "a\nb\n\nc");
  CHECK(read_html("a\n  b <i> c</i>d").text() == "a b cd");
  CHECK(read_html("<ol><li>a<li>b</ol>").text() == "1. a\n2. b");
  CHECK(read_html("<table><tr><td>a<td>b<tr><td>c<td>d</table>").text() == "a\tb\nc\td");
  CHECK(read_html("<details><summary>a</summary>b</details><figure>c<figcaption>d</figure>e").text() ==
        "a\nb\nc\nd\ne");
  CHECK(read_html("x<pre>\n a\n  b</pre>y").text() == "x\n\n a\n  b\n\ny");
}

TEST_CASE("an element that nobody closed does not swallow the words behind it") {
  CHECK(read_html("<div>a<select><option>x<div>b").text().find('b') != std::string_view::npos);
  CHECK(read_html("<select><option>x</select>a").text() == "a");
}

TEST_CASE("entities are characters and unknown ones are left alone") {
  CHECK(read_html("&lt;&eacute;&#233;&#xe9;&#150;&amp;bogus; &bogus; AT&T &copy").text() ==
        "<ééé–&bogus; &bogus; AT&T ©");
}

TEST_CASE("code and keys in the markup are inlines and pre is code") {
  const Document mail =
      read_html("<div>Press <kbd>Esc</kbd> and run <code>a b</code>.</div><pre>x = y</pre>");
  CHECK(inline_kind(mail, "Esc") == "key");
  CHECK(inline_kind(mail, "a b") == "code");
  CHECK(kind_of(mail, "x = y") == "code");
}

TEST_CASE("a plain mail that was put into one pre is no code") {
  CHECK(own_text(read_html("<html><pre>Hello Ann,\n\nplease try again.\n</pre></html>")) ==
        "Hello Ann,\nplease try again.\n");
}

TEST_CASE("a comment may say what to leave alone") {
  const Document mail = read_html("<!-- X-Deskside-Ignore: tone-* (agreed) --><p>a</p>");
  REQUIRE(mail.ignores.size() == 1);
  CHECK(mail.ignores[0] == "tone-* (agreed)");
  CHECK(read_html("<p>a</p><blockquote type=cite><!-- X-Deskside-Ignore: * --><p>b</p></blockquote>")
            .ignores.empty());
}

TEST_CASE("ranges the client knows go before what is guessed") {
  const std::string html = "<p>Mine.</p><p>Hers, said the client.</p>";
  const auto at = static_cast<std::uint32_t>(html.find("Hers"));
  const Document mail = read_html(html, {{{at, at + 22}, dsk::mail::ZoneKind::quote}});
  CHECK(own_text(mail) == "Mine.\n");
}
