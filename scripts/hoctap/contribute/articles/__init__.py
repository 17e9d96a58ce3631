"""Sentences with figures: what they say of which unit, as proposals for a person to judge.

`proposals.proposals` reads an article from top to bottom. What is doubtful by its kind is not proposed.

Before the lines
1. `page`: what is the article in a saved page; `capitals`: a headline in capitals is read as the lines below write it.
2. `dated`: the day on which it speaks: that of its event, else the month of its page.
3. `subject`: whom it is about, from its first lines: an office or school (`headline_offices`, `schools`), a clan
   (`clans`), else the smallest place (`first_places`); and who gives there (`organisers`, `funds`).
4. `table_lines`: lines with bars go to the reader of tables. `outline`: which headings hold for each other line.

Each line, number by number
5. `numbers`: value, hedge, scale; dates, ages, addresses are none. `words`: the words that belong to each number.
6. `others`: a family's, another country's figure is dropped. `brackets`: the plan, or what a result is compared with.
7. What is counted, the first that answers: the list it stands in (`so_far`, `series`), else `frames`: by kind
   `shares`, `money` (`sums_for_one`) or `counts` (`forms`, `titles`, `another_thing`); where the words say it only in
   part, `topics`, `completed`, `learners`.
8. An aim or a result: `goals`.
9. When, in `when`: its own words (`named_times`, `spans`, `terms`, `yearless`, `nearby_times`; of a result or an aim
   `results`), its event (`events`, `mergers`) or campaign (`campaigns`), then the paragraph, the headings, the
   article (`article_times`).
10. Whose, in `owner`: who gives, a body named in the clause (`bodies`, `named_bodies`, `whose_fund`, `donors`),
    another place (`elsewhere`, `acting_places`, `implied_places`), else whom the article is about; `whole_names` writes
    it as the register would.
11. Parts and wholes of it: `parts`, `summed`, `wholes`.

After the lines: figures of the headline have what is said of them below (`headline`, `proposal`). What a person chose
of the proposals goes on in `chosen`.
"""
