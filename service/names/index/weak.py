"""Which words of a name say little? Legal forms, particles: never required, never looked up by themselves."""

from __future__ import annotations

LEGAL_FORMS = """
ltd limited co company corp corporation inc incorporated llc plc gmbh ag kg sa srl sarl spa ooo oao zao pao ao jsc
ojsc cjsc pjsc ltda limitada bv nv ab kft zrt sro doo ead eood pte pvt pty sdn bhd tbk pt fze fzco
fzc fzllc llp lp sal sas eirl cv kk wll psc ste cie ehf joint stock liability
holding holdings public private open closed
"""
PARTICLES = """
the of and for de la le les los las el al ul ud ad an as ash ar at az ed en et bin ibn ben bint ould van von der den
da do dos das del della di du y e i a und zu til
"""
WEAK_WORDS = tuple(sorted({*LEGAL_FORMS.split(), *PARTICLES.split()}))
_SENTENCE_WORDS = """
a about after again against all also although am among an and another any are as at be because been before being
below between both but by can could did do does done down during each either else even ever every few first for from
further get gets give given go goes going got had has have he her here him his how i if in into is it its just last
like made make many may me might more most much must my never new next no nor not now of off on once one only or other
our out over own per said same say says see seen she should since so some still such take than that the their them then
there these they this those through to too two under until up upon us very was we well were what when where which while
who whom why will with within without would year years yes yet you your
de la le les des du et un une en au aux que qui dans pour par sur avec est il elle ils ce cette
der die das und ist im den dem ein eine mit von zu auf fur nicht sich auch
el los las y o es por con para una del al se su
и в на не с что он по как это но из у за от к а до же для о во ее его их
"""
FUNCTION_WORDS = tuple(sorted(set(_SENTENCE_WORDS.split())))
"""Words of ordinary sentences: in lower case they are never looked up, at a line's head never as a whole name."""
