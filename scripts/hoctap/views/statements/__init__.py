"""Statements: the only place that may say something about figures. A row goes in; words with all its caveats come out.

How to use it (templates, files, search and the pages' JSON alike):

- `of.statements_of_unit(catalog, unit_id)`, `of.statements_of_indicator`: what may be said,
  and what was refused with the reasons. `of.everything(catalog)` is both for the whole catalog.
- `figure.figure_statement(catalog, row)`: one figure as a sentence; `change`, `series`, `ranking`, `composition`,
  `sums` and `verdict` make the other kinds, each returning `Statement` or `Refusal`, never words alone.
- `comparable.comparable(one, other)`: why two rows cannot stand together; empty if they can. The only judge.
- `targets.verdicts_of_unit`, `targets.verdict_of_target`: đạt, chưa đạt, chưa kết luận được, with
  the figures they rest on.
- A `Statement` has `kind`, `row_ids`, `parts` (text and, where it leads somewhere, a link), `caveats` in reading order,
  `range`, `figures` (for charts and cards). `statement.text` is the plain sentence, `as_json` what files hold.

Templates may link parts and lay them out; they never change a word. A caveat stands in the sentence, before the source.
"""
