"""Which full stops end no sentence? Abbreviations of the genre, folded to lower case, without their last full stop."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())


BEFORE_NAME: Final = _words(
    """
    mr mrs ms messrs mme mlle dr prof rev fr sr hon st ste mt ft gen lt maj col capt cmdr cdr adm sgt cpl pvt
    brig gov sen rep reps sens pres amb sec insp supt det atty asst assoc dept min vice-adm rear-adm vs cf
    approx ca no nos art arts para paras sect fig figs vol vols pp ch cl reg res ref tel ext al herr hr sra srta
    dra ing lic mgr mons dott avv nr bzw z.b d.h u.a usw ggf тыс млн млрд трлн им ул пр просп пер пл наб обл
    респ проф акад доц ген полк подп кап лейт серж гр гос св рис табл см ср стр гл ст п пп д кв корп стр-е оф
    б-р р-н г-н г-жа напр т.н т.е т.к е.и.в тов мин макс вул акад ім р-на тис
    """
)
"""A name, number or noun follows: never the end of a sentence."""

AT_END_TOO: Final = _words(
    """
    co corp inc ltd llc llp plc pte pty bros jr esq ph.d b.a m.a etc jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m e.g i.e est dist prov intl int'l nat'l natl
    gov't govt ave blvd rd s.a s.p.a s.r.l s.a.r.l a.s sp z.o.o b.v n.v k.k gmbh lim mfg univ inst mtn hwy sq
    in.c ans cent calif fla mass mich minn tex va wash ill ind conn ariz ala colo del ga kan ky la md nev okla
    ore pa penn tenn vt wis wyo ont que bldg г гг в вв н.э т.д т.п др пр-во руб долл коп ч мин сек чел ед экз р
    км кг га м см мм т янв февр фев мар апр авг сент сен окт нояб ноя дек о.о.о з.а.о
    """
)
"""A sentence may end here; it does when a word follows that commonly begins one."""

STARTERS: Final = _words(
    """
    the this that these those it its he she they we you i his her their our there here in on at by from to for
    with as if when while after before since during until although though however but and or so yet then also a
    an according another both each many most more some several such all no not what who why how where meanwhile
    moreover still last later earlier officials state once он она оно они это эта этот эти в на по при за из до
    с со к о об но и а как так там тогда однако также кроме если когда после перед ранее позже мы вы я его её ее
    их все для от у между что при-этом der die das er sie es im am ein eine und aber el la los las en un una
    pero le les il elle dans une mais
    """
)
"""Words that commonly begin a sentence, folded to lower case."""
