"""The smallest complete program in Python: checks a text given as its argument, or a sentence of its
own, and prints what there is to say.

    pip install deskside && python check.py
"""

import sys

import deskside

text = sys.argv[1] if len(sys.argv) > 1 else "As I already said, the licence is per device."
report = deskside.Engine().check(text)
for finding in report:
    print(f"{finding.rule.id}: {finding.message}")
sys.exit(report.verdict >= deskside.Verdict.CONFIRM)
