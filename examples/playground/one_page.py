"""one_page.py PAGE PACKAGE: the page as one file, which a browser opens from disk and without a server.

Scripts and styles move into it, the engine as base64; the policy names their hashes, so nothing else
can run and nothing can be sent anywhere.
"""

import base64
import hashlib
import re
import sys
from pathlib import Path

page, package = (Path(one) for one in sys.argv[1:3])


def module(path: Path) -> str:
    """A module as what a function of its own answers: the names that it exports."""
    code = re.sub(r'^import (\{.*?\}) from "\./(\w+)\.mjs";$', r"const \1 = \2;",
                  path.read_text("utf-8"), flags=re.M)
    names = re.findall(r"^export (?:async )?(?:function|class|const) (\w+)", code, flags=re.M)
    code = re.sub(r"^export ", "", code, flags=re.M)
    return f"const {path.stem} = await (async () => {{\n{code}return {{ {', '.join(names)} }};\n}})();\n"


def digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


script = "".join(
    module(path) for path in (package / "deskside.mjs", page / "editor.mjs", page / "playground.mjs"))
style = (page / "playground.css").read_text("utf-8")
engine = base64.b64encode((package / "deskside.wasm").read_bytes()).decode()
policy = (f"default-src 'none'; script-src {digest(script)} 'wasm-unsafe-eval'; "
          f"style-src {digest(style)}")

html = (page / "index.html").read_text("utf-8")
for before, after in {
    '    <link rel="stylesheet" href="playground.css">\n':
        f'    <meta http-equiv="Content-Security-Policy" content="{policy}">\n    <style>{style}</style>\n',
    '    <script type="module" src="playground.mjs"></script>\n': "",
    "  </body>\n": f'    <script type="text/plain" id="engine">{engine}</script>\n'
                   f'    <script type="module">{script}</script>\n  </body>\n',
}.items():
    assert html.count(before) == 1, before
    html = html.replace(before, after)
print(html, end="")
