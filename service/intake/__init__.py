"""VERB: an article comes in. Seen before? Then the old result; else it is screened and kept, in one transaction."""

from service.intake.receive import Clock, Intake, Named, Received, Screens, earlier

__all__ = ["Clock", "Intake", "Named", "Received", "Screens", "earlier"]
