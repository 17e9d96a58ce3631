"""A new row asked for column by column: what is proposed for each, what is told at once, what is kept when it stops."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from hoctap.contribute.form import DERIVED, header_words
from hoctap.contribute.naming.new_unit import proposed_cells
from hoctap.contribute.questions import TABLES, Answers, Question, questions
from hoctap.contribute.scaffold import AREA, Draft, draft_of, identifier, known_already
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import letters_and_digits


class StoppedError(Exception):
    """Questions that were broken off; the text is what was answered, as options of `hoctap new`."""

    def __init__(self, draft: Draft, cause: BaseException) -> None:
        super().__init__(draft.as_options())
        self.is_interrupt = isinstance(cause, KeyboardInterrupt)


def asked(catalog: Catalog, kind: str, given: Answers, ask: Callable[[Question], str] | None) -> Draft:
    """Return the row made of what is given and of what `ask` gets to know about the rest; None asks nothing.

    Columns may be given by their titles, too.

    When asking is broken off, StoppedError brings what was answered so far.
    """
    titles = header_words(catalog.tables[TABLES[kind]].resource)
    given = {titles.get(letters_and_digits(name), name): text for name, text in given.items()}
    answers: dict[str, str] = dict(given)
    note = ""
    for question in questions(catalog, kind):
        name = question.column.name
        if name in given:
            answers[name] = question.answer(given[name])
            note = note or _note(catalog, kind, answers, name)
            continue
        if name in DERIVED.get(TABLES[kind], ()):
            continue
        proposed = identifier(catalog, kind, answers) if name == f"{kind}_id" and kind != "observation" else ""
        default = proposed or answers.get(name) or question.default
        named = proposed_cells(catalog, answers.get("name_vi", "")) if kind == "unit" else {}
        try:
            asked_as = replace(question, default=named.get(name) or default, note=note)
            typed = ask(asked_as) if ask else ""
        except (KeyboardInterrupt, EOFError) as error:
            raise StoppedError(draft_of(catalog, kind, answers), error) from error
        if typed or (default and not proposed and name not in ("qualifier", f"{kind}_id")):
            answers[name] = question.answer(typed or default)
        elif ask and name == AREA:
            answers[name] = ""
        note = _note(catalog, kind, answers, name)
    return draft_of(catalog, kind, answers)


def corrected(catalog: Catalog, draft: Draft, fields: Iterable[str], ask: Callable[[Question], str]) -> Draft:
    """Return the draft with only the named columns asked for again."""
    wrong, answers = set(fields), dict(draft.answers)
    for question in questions(catalog, draft.kind):
        name = question.column.name
        if name in wrong:
            try:
                answers[name] = question.answer(ask(replace(question, default=answers.get(name, ""))))
            except (KeyboardInterrupt, EOFError) as error:
                raise StoppedError(draft_of(catalog, draft.kind, answers), error) from error
    return draft_of(catalog, draft.kind, answers)


def _note(catalog: Catalog, kind: str, answers: Answers, name: str) -> str:
    """Return what is to be said at once of a name just given that another row has; no answer is lost by it."""
    if kind == "observation" or name not in ("name_vi", "short_name"):
        return ""
    return "\n".join(
        f"{each.message}\n    → {each.hint}" for each in known_already(catalog, kind, answers) if each.field == name
    )
