"""The phrases that stand for concepts: each once, so that none hides another, and none that also says nothing."""

import re
from collections import Counter

from hoctap.contribute.naming.relations import COUNTED, DEEDS, IMPLIED, SCOPES, TOGETHER, TOPICS
from hoctap.contribute.naming.vocabulary import CONCEPTS, IGNORED
from hoctap.contribute.naming.words import spelled

PHRASES = [" ".join(re.findall(r"[\w&]+|%", spelled(phrase))) for phrases in CONCEPTS.values() for phrase in phrases]


def test_a_phrase_stands_under_one_concept() -> None:
    assert [phrase for phrase, times in Counter(PHRASES).items() if times > 1] == []


def test_a_phrase_that_names_a_concept_is_not_ignored() -> None:
    assert sorted(set(PHRASES) & set(IGNORED)) == []


def test_a_concept_that_is_related_to_others_has_words() -> None:
    named = {concept for concepts in CONCEPTS for concept in concepts.split()}
    related = {concept for strong, weak in IMPLIED.items() for concept in (strong, *weak)}
    related |= {concept for these, more in TOGETHER.items() for concept in (*these, more)}
    related |= COUNTED | TOPICS | DEEDS | frozenset[str]().union(*SCOPES.values())
    assert sorted(each for each in related - named if each[0] != "?") == []
