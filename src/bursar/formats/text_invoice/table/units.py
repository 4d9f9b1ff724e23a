"""What things are counted in, in six languages, without accents: so a unit is told from a description."""

from __future__ import annotations

from typing import Final


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNITS: Final = _listed(
    """
    kg g t l ml cl m m2 m3 mm cm km lfm qm h hr hrs hour hours std stunde stunden h87 c62 hur day days tag tage
    month months monat monate week weeks woche wochen year jahr jahre stk stck stuck st stucke pcs pc pce pces piece
    pieces each ea box boxes pack packs pair pairs set sets unit units lot lots dozen licence licences user users
    pza pzas pieza piezas uds ud u unidad unidades caja cajas mes meses hora horas dia dias ano litro litros p unite
    unites heure heures mois jour jours boite boites carton cartons forfait n nr pz pezzo pezzi ore ora mesi mese
    giorno giorni scatola scatole cad conf stuks stuk doos dozen uur uren maand maanden dag dagen jaar karton
    kartons pauschal psch pauschale rolle rollen paar paket pakete flasche
    """
)
