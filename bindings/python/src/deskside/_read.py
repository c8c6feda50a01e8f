"""From a C report to plain values: everything is copied while the report is alive."""

from ctypes import CDLL, byref, c_size_t, string_at
from typing import Any

from ._values import Fact, Finding, Fix, Level, Report, Rule, Safety, Side, Skipped, Verdict

CODEPOINTS = 2


def text(value: bytes | None) -> str:
    return value.decode("utf-8") if value else ""


class Reader:
    """Reads one report or one engine; rules that several findings share are read once."""

    def __init__(self, library: CDLL) -> None:
        self._c = library
        self._rules: dict[str, Rule] = {}

    def report(self, report: Any) -> Report:
        c = self._c
        size = c_size_t()
        body = c.deskside_report_body(report, byref(size))
        findings = tuple(
            self._finding(c.deskside_report_at(report, index))
            for index in range(c.deskside_report_count(report))
        )
        # The rank past the end answers SIZE_MAX.
        first: list[Finding] = []
        while (index := c.deskside_report_first(report, len(first))) < len(findings):
            first.append(findings[index])
        return Report(
            verdict=Verdict(c.deskside_report_verdict(report)),
            stage=text(c.deskside_report_stage(report)),
            language=text(c.deskside_report_language(report)),
            body=text(string_at(body, size.value)) if size.value else "",
            findings=findings,
            dropped=c.deskside_report_dropped(report),
            first=tuple(first),
            facts=tuple(
                self.fact(c.deskside_report_fact_at(report, None, index))
                for index in range(c.deskside_report_fact_count(report, None))
            ),
            skipped=tuple(
                Skipped(
                    text(c.deskside_report_skipped_rule(report, index)),
                    text(c.deskside_report_skipped_reason(report, index)),
                )
                for index in range(c.deskside_report_skipped_count(report))
            ),
        )

    def rule(self, rule: Any) -> Rule:
        c = self._c
        name = text(c.deskside_rule_id(rule))
        if name not in self._rules:
            self._rules[name] = Rule(
                id=name,
                name=text(c.deskside_rule_name(rule)),
                pillar=text(c.deskside_rule_pillar(rule)),
                family=text(c.deskside_rule_family(rule)),
                kind=text(c.deskside_rule_kind(rule)),
                level=Level(c.deskside_rule_level(rule)),
                active=bool(c.deskside_rule_active(rule)),
                reads_own=bool(c.deskside_rule_reads_own(rule)),
                message=text(c.deskside_rule_message(rule)),
                why=text(c.deskside_rule_why(rule)),
                instead=text(c.deskside_rule_instead(rule)),
                sources=tuple(
                    text(c.deskside_rule_source(rule, index))
                    for index in range(c.deskside_rule_source_count(rule))
                ),
            )
        return self._rules[name]

    def fact(self, fact: Any) -> Fact:
        c = self._c
        return Fact(
            kind=text(c.deskside_fact_kind(fact)),
            name=text(c.deskside_fact_name(fact)),
            side=Side(c.deskside_fact_side(fact)),
            begin=c.deskside_fact_begin(fact, CODEPOINTS),
            end=c.deskside_fact_end(fact, CODEPOINTS),
            text=text(c.deskside_fact_text(fact)),
            value=text(c.deskside_fact_value(fact)),
        )

    def _finding(self, finding: Any) -> Finding:
        c = self._c
        return Finding(
            rule=self.rule(c.deskside_finding_rule(finding)),
            level=Level(c.deskside_finding_level(finding)),
            blocks=bool(c.deskside_finding_blocks(finding)),
            part=text(c.deskside_finding_part(finding)),
            begin=c.deskside_finding_begin(finding, CODEPOINTS),
            end=c.deskside_finding_end(finding, CODEPOINTS),
            line=c.deskside_finding_line(finding),
            column=c.deskside_finding_column(finding),
            text=text(c.deskside_finding_text(finding)),
            message=text(c.deskside_finding_message(finding)),
            fingerprint=text(c.deskside_finding_fingerprint(finding)),
            related=tuple(
                self.fact(c.deskside_finding_related_at(finding, index))
                for index in range(c.deskside_finding_related_count(finding))
            ),
            fixes=tuple(
                self._fix(c.deskside_finding_fix_at(finding, index))
                for index in range(c.deskside_finding_fix_count(finding))
            ),
        )

    def _fix(self, fix: Any) -> Fix:
        c = self._c
        return Fix(
            begin=c.deskside_fix_begin(fix, CODEPOINTS),
            end=c.deskside_fix_end(fix, CODEPOINTS),
            replacement=text(c.deskside_fix_replacement(fix)),
            safety=Safety(c.deskside_fix_safety(fix)),
        )
