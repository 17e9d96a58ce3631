"""Tables that are not our form: found, understood, put into one long list with the place of every figure.

`long.understand` reads a file sheet by sheet. What is done with each, in this order:

1. Sheets. In the child process `reading` opens a file by its kind (`old_excel`, `opendocument`, `text_document`,
   `word_document`, `web_pages`); `opening.Grid` is a sheet as cells with their place, `lines` are its lines of text.
2. Grids. A sheet that is no plain table is laid out as one: names and times under each other (`outlined`), tiles of a
   dashboard (`tiles`), units over times (`units_over`). `blocks` finds each `Block`: its heads (`headers`), its rows,
   the lines above it, of forms one below another those of its own (`forms`).
3. What holds for all of a table, its `Context`: `above` reads the lines (`letterheads`, `titles`, `times`, `scales`)
   and the names of sheets (`tabs`). Plans are left out (`plans`). `Setting` is all that reading a table needs.
4. Heads. `roles` tells the columns of names, times, measures, notes and figures apart. `labels.label` parts the words
   of a head or a row into time, measure, part and name; `meaning` finds the indicator of that (`named`, `topics`).
   Columns lean on each other (`neighbours`, `sums`, `parts_across`) and on the title (`of_title`).
5. Rows. `one_table` reads the table the way its names stand: `by_unit`, `by_indicator` (with `indicator_rows`, `below`,
   `across`), `by_part`. `groups` are rows that say something of those below them.
6. Cells. `cells` gives the figure in the measure of the data; `adding.add` gives it a period (`when`, `times_over`)
   and a unit (`owners`, `letterhead_owners`): a `rows.Row`, with a question where one is open.
7. Questions. What a row says may be doubted (`indicator_doubts`), by other figures of the table (`doubts`, `shares`),
   by notes (`noted`, `notes`), by other sheets (`between_sheets`). `outside` asks about what no table took.

Then a person answers (`answers`), and what is no longer open goes into the data (`accepted`).
Whatever is not understood is asked about or said to be left out: nothing is dropped or guessed in silence.
"""
