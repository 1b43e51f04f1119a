"""`python -m service.screening.warm`: compile all kernels once, so that no later start waits for it."""

from __future__ import annotations

from service.model.article import Article
from service.names.index.warm import warm as warm_names
from service.ruleset.terms import Terms, Variant
from service.ruleset.vocabulary import Vocabulary, collect
from service.text.document import read
from service.text.tokenize import SHORT


def warm() -> int:
    """Compile and keep every kernel; give how many words of a small scan were found, which proves that they run."""
    vocabulary = Vocabulary(collect([Terms((Variant("example"),))]))
    document = read(Article("An example" + " of words" * SHORT))
    _, places = vocabulary.scan(document)
    _ = document.tokens
    return warm_names() + len(places.of(0))


if __name__ == "__main__":
    warm()
