"""The C functions as a table: one row a function, in the order of deskside.h.

The rows are data and nothing else; tests/test_abi.py reads the header and fails where a name, the
order, a result or an argument differs. Every function is bound with its types, because ctypes would
otherwise pass a 64-bit pointer as a 32-bit int.
"""

from ctypes import (
    CDLL,
    POINTER,
    Structure,
    c_char,
    c_char_p,
    c_int32,
    c_size_t,
    c_uint32,
    c_void_p,
)
from typing import Any


# Opaque objects: a type each, so that ctypes refuses a report where a mail belongs.
class _Options(Structure): ...
class _Engine(Structure): ...
class _Rule(Structure): ...
class _Mail(Structure): ...
class _Draft(Structure): ...
class _Report(Structure): ...
class _Finding(Structure): ...
class _Fix(Structure): ...
class _Fact(Structure): ...
class _Words(Structure): ...
class _Bytes(Structure): ...
class _Error(Structure): ...


Options, Engine, Rule = POINTER(_Options), POINTER(_Engine), POINTER(_Rule)
Mail, Draft, Report = POINTER(_Mail), POINTER(_Draft), POINTER(_Report)
Finding, Fix, Fact = POINTER(_Finding), POINTER(_Fix), POINTER(_Fact)
Words, Bytes, Error = POINTER(_Words), POINTER(_Bytes), POINTER(_Error)

Status = Unit = Level = Verdict = Side = Safety = c_int32
Text = c_char_p
Block = POINTER(c_char)  # text that comes with its size and may hold a NUL
_error = POINTER(Error)

FUNCTIONS: dict[str, tuple[Any, ...]] = {
    # errors
    "error_message": (Text, Error),
    "error_status": (Status, Error),
    "error_line": (c_uint32, Error),
    "error_column": (c_uint32, Error),
    "error_free": (None, Error),
    # version
    "version": (Text,),
    # options
    "options_new": (Status, POINTER(Options), _error),
    "options_set": (Status, Options, Text, Text, _error),
    "options_add_config": (Status, Options, Text, Text, c_size_t, c_int32, _error),
    "options_add_lexicon": (Status, Options, Text, Text, Text, c_size_t, _error),
    "options_add_words": (Status, Options, Text, c_size_t, _error),
    "options_add_dictionary": (Status, Options, Text, c_void_p, c_size_t, _error),
    "options_count": (c_size_t, Options),
    "options_name": (Text, Options, c_size_t),
    "options_value": (Text, Options, c_size_t),
    "options_origin": (Text, Options, c_size_t),
    "options_free": (None, Options),
    # engine
    "engine_new": (Status, Options, POINTER(Engine), _error),
    "engine_rule_count": (c_size_t, Engine),
    "engine_rule_at": (Rule, Engine, c_size_t),
    "engine_rule": (Rule, Engine, Text),
    "engine_teaching_count": (c_size_t, Engine),
    "engine_teaching_at": (Fact, Engine, c_size_t),
    "engine_profile_count": (c_size_t, Engine),
    "engine_profile_at": (Fact, Engine, c_size_t),
    "engine_free": (None, Engine),
    # rules
    "rule_id": (Text, Rule),
    "rule_name": (Text, Rule),
    "rule_pillar": (Text, Rule),
    "rule_family": (Text, Rule),
    "rule_kind": (Text, Rule),
    "rule_level": (Level, Rule),
    "rule_active": (c_int32, Rule),
    "rule_reads_own": (c_int32, Rule),
    "rule_fits": (c_int32, Rule, Text),
    "rule_message": (Text, Rule),
    "rule_why": (Text, Rule),
    "rule_instead": (Text, Rule),
    "rule_source_count": (c_size_t, Rule),
    "rule_source": (Text, Rule, c_size_t),
    "rule_example_count": (c_size_t, Rule),
    "rule_example_polarity": (c_int32, Rule, c_size_t),
    "rule_example_part": (Text, Rule, c_size_t, Text),
    # mail
    "mail_new": (Status, POINTER(Mail), _error),
    "mail_set": (Status, Mail, Text, Text, c_size_t, _error),
    "mail_add": (Status, Mail, Text, Text, c_size_t, _error),
    "mail_add_range": (Status, Mail, Text, c_size_t, c_size_t, _error),
    "mail_free": (None, Mail),
    # check
    "check": (Status, Engine, Mail, POINTER(Report), _error),
    # draft
    "draft_new": (Status, Engine, POINTER(Draft), _error),
    "draft_check": (Status, Draft, Mail, POINTER(Report), _error),
    "draft_free": (None, Draft),
    # report
    "report_verdict": (Verdict, Report),
    "report_stage": (Text, Report),
    "report_language": (Text, Report),
    "report_body": (Block, Report, POINTER(c_size_t)),
    "report_body_in_file": (c_int32, Report, POINTER(c_size_t)),
    "report_count": (c_size_t, Report),
    "report_dropped": (c_size_t, Report),
    "report_at": (Finding, Report, c_size_t),
    "report_first": (c_size_t, Report, c_size_t),
    "report_fact_count": (c_size_t, Report, Text),
    "report_fact_at": (Fact, Report, Text, c_size_t),
    "report_skipped_count": (c_size_t, Report),
    "report_skipped_rule": (Text, Report, c_size_t),
    "report_skipped_reason": (Text, Report, c_size_t),
    "report_free": (None, Report),
    # findings
    "finding_rule": (Rule, Finding),
    "finding_level": (Level, Finding),
    "finding_blocks": (c_int32, Finding),
    "finding_part": (Text, Finding),
    "finding_begin": (c_size_t, Finding, Unit),
    "finding_end": (c_size_t, Finding, Unit),
    "finding_line": (c_uint32, Finding),
    "finding_column": (c_uint32, Finding),
    "finding_text": (Text, Finding),
    "finding_message": (Text, Finding),
    "finding_fingerprint": (Text, Finding),
    "finding_related_count": (c_size_t, Finding),
    "finding_related_at": (Fact, Finding, c_size_t),
    "finding_fix_count": (c_size_t, Finding),
    "finding_fix_at": (Fix, Finding, c_size_t),
    # fixes
    "fix_begin": (c_size_t, Fix, Unit),
    "fix_end": (c_size_t, Fix, Unit),
    "fix_replacement": (Text, Fix),
    "fix_safety": (Safety, Fix),
    # facts
    "fact_kind": (Text, Fact),
    "fact_name": (Text, Fact),
    "fact_side": (Side, Fact),
    "fact_begin": (c_size_t, Fact, Unit),
    "fact_end": (c_size_t, Fact, Unit),
    "fact_text": (Text, Fact),
    "fact_value": (Text, Fact),
    # words
    "spell": (c_int32, Engine, Text, c_size_t),
    "suggest": (Status, Engine, Report, Text, c_size_t, c_size_t, POINTER(Words), _error),
    "words_count": (c_size_t, Words),
    "words_at": (Text, Words, c_size_t),
    "words_free": (None, Words),
    "words_compile": (Status, Text, Text, Text, POINTER(Bytes), _error),
    "bytes_data": (c_void_p, Bytes),
    "bytes_size": (c_size_t, Bytes),
    "bytes_free": (None, Bytes),
}


def bind(library: CDLL) -> CDLL:
    """Give every function of `library` its types."""
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(library, "deskside_" + name)
        function.restype, function.argtypes = result, arguments
    return library
