"""What the factors of context look at: one listed name at one place of an article."""

from __future__ import annotations

from dataclasses import dataclass

from service.model.entity import Entity, Name
from service.names.factors.evidence import Evidence
from service.names.place import Place
from service.names.setting import Setting


@dataclass(frozen=True, slots=True)
class Look:
    """A listed name beside the words of an article, with all that stands around them."""

    setting: Setting
    place: Place
    entity: Entity
    name: Name
    evidence: Evidence
    fellows: frozenset[str]
    """Entities that the article names beyond doubt elsewhere: their ids and their programmes."""

    @property
    def written(self) -> str:
        """The words of the article."""
        return self.setting.document.norm[self.place.start : self.place.end]
