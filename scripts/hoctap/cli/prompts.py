"""Questions of `hoctap new` on a terminal, with proposals for what is typed. Part of the command line's edge."""

from rich.console import Console
from rich.prompt import Prompt

from hoctap.contribute.scaffold import Question

_FEW = 12


def ask(question: Question) -> str:
    """Return the answer to one question; empty for the default."""
    console = Console(stderr=True, highlight=False)
    column = question.column
    console.print(f"\n[bold]{column.title}[/bold]{' *' if question.required else ''} — {column.description}")
    if question.offered:
        return _chosen(console, question)
    while True:
        said = Prompt.ask(f"  ví dụ: {column.example}", default=question.default, console=console)
        if said or not question.required:
            return said
        console.print("  Ô này bắt buộc có giá trị.")


def _chosen(console: Console, question: Question) -> str:
    shown = question.offered[:_FEW] if len(question.offered) <= _FEW else ()
    while True:
        for n, choice in enumerate(shown, 1):
            console.print(f"  {n}. {choice.label}", markup=False)
        said = Prompt.ask("  gõ vài chữ để tìm, hoặc số thứ tự", default=question.default, console=console)
        if said.isdigit() and 1 <= int(said) <= len(shown):
            return shown[int(said) - 1].code
        if not said and not question.required:
            return ""
        if said and question.answer(said) in {choice.code for choice in question.offered}:
            return question.answer(said)
        shown = question.proposals(said)
