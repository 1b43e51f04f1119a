"""What the factors of context look at: one listed name at one place of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.model.entity import Entity, Name
from service.names.align import Pair
from service.names.factors.evidence import Evidence
from service.names.originals import in_original_script
from service.names.place import Place
from service.names.setting import Setting

_CORE = ("name", "number", "business", "place")


@dataclass(slots=True)
class Look:
    """A listed name beside the words of an article, with all that stands around them."""

    setting: Setting
    place: Place
    entity: Entity
    name: Name
    evidence: Evidence
    fellows: frozenset[str]
    """Entities that the article names beyond doubt elsewhere: their ids and their programmes."""
    written: str = field(init=False)
    """The words of the article."""
    core: list[Pair] = field(init=False)
    """Pairs of words that carry the name."""

    def __post_init__(self) -> None:
        """Look at what every factor asks for."""
        self.written = self.setting.document.norm[self.place.start : self.place.end]
        tokens = self.evidence.listed.tokens
        self.core = [
            pair
            for pair in self.evidence.pairs
            if tokens[pair.right[0]].kind in _CORE
            or (pair.how == "spacing" and any(tokens[i].kind in _CORE for i in range(*pair.right)))
        ]

    @property
    def by_characters(self) -> bool:
        """Whether the name stands in its original script, letter by letter as on the list."""
        return self.evidence.query.raw == self.evidence.listed.raw and in_original_script(self.name.text)

    @property
    def weak(self) -> bool:
        """Whether the list itself calls the name weak."""
        return self.name.quality == "weak" or self.name.kind == "weak"
