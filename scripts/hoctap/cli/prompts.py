"""Questions of `hoctap new` on a terminal, with proposals for what is typed. Part of the command line's edge."""

from rich.console import Console
from rich.prompt import Prompt

from hoctap.contribute.questions import Question

_FEW = 12


def ask(question: Question) -> str:
    """Return the answer to one question; empty for the default."""
    console = Console(stderr=True, highlight=False)
    column = question.column
    if question.note:
        console.print(question.note, markup=False)
    console.print(f"\n[bold]{column.title}[/bold]{' *' if question.required else ''} — {column.description}")
    if question.offered:
        return _chosen(console, question)
    while True:
        answer = _typed(console, f"  ví dụ: {column.example}", question.default)
        if answer or not question.required:
            return answer
        console.print("  Ô này bắt buộc có giá trị.")


def _typed(console: Console, words: str, default: str) -> str:
    """Return what is typed; EOFError where nobody can type, also where the program was started without a terminal."""
    try:
        return Prompt.ask(words, default=default, console=console)
    except RuntimeError as error:  # `input` has lost standard input or the place to ask at
        raise EOFError from error


def _chosen(console: Console, question: Question) -> str:
    listed = question.offered[:_FEW] if len(question.offered) <= _FEW else ()
    while True:
        for n, choice in enumerate(listed, 1):
            console.print(f"  {n}. {choice.label}", markup=False)
        answer = _typed(console, "  gõ vài chữ để tìm, hoặc số thứ tự", question.default)
        if answer.isdecimal() and 1 <= int(answer) <= len(listed):
            return listed[int(answer) - 1].code
        if not answer and not question.required:
            return ""
        found = question.found(answer)
        if found.code:
            console.print(f"  → {question.label(found.code)}", markup=False)
            return found.code
        listed = question.proposals(answer)
        console.print(_not_found(question, answer, is_tie=found.is_tie, is_near=bool(listed)), markup=False)


def _not_found(question: Question, answer: str, *, is_tie: bool, is_near: bool) -> str:
    """Return why an answer is none yet, and what to do where the thing is not there at all."""
    if not answer:
        return "  Ô này bắt buộc có giá trị; trong danh sách có:"
    if is_tie:
        return f"  Nhiều dòng mang tên «{answer}»; hãy chọn một:"
    add = f"; nếu cần thêm, bấm Ctrl+C rồi chạy: hoctap new {question.kind}" if question.kind else ""
    near = "Gần giống:" if is_near else "Không có tên nào gần giống; xin gõ lại."
    return f"  Danh sách «{question.column.title}» chưa có tên «{answer}»{add}.\n  {near}"
