"""Italian: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "fattura a saldo", "fattura finale", "fattura ordinaria", "fattura di saldo", "nota spese",
        "fattura riepilogativa",
        "fattura cliente",
        "fattura", "fattura commerciale", "fattura immediata", "fattura differita", "fattura di vendita",
        "parcella", "fattura accompagnatoria",
    ),
    "credit_note": (
        "storno fattura", "storno", "nota di storno",
        "nota di credito", "nota di accredito", "nota credito", "nota di variazione", "nota d'accredito",
        "nota accredito",
    ),
    "self_billed": ("autofattura", "autofatturazione"),
    "invoice_number": (
        "nostra fattura", "rif fattura", "nr doc", "nota cr n", "ns fattura", "fattura nr",
        (
            "(n|rif|riferimento|codice|cod|id|identificativo) (di|della|) (fattura|fatt|ft|nota di credito|"
            "nota credito|nota di accredito|parcella)"
        ),
        (
            "(ns|nostra|) (fattura|fatt|ft|nota di credito|nota credito|nota di accredito|parcella) (n|rif|codice|"
            "riferimento)"
        ),
        "numero nota", "nota n", "n ro fattura", "doc nr", "codice documento", "n documento fattura", "fatt",
        "nota accredito n", "numero della nota", "numero doc fattura",
    ),
    "document_number": (
        "riferimento",
        "numero", "n", "nr", "numero documento", "n documento", "documento n", "doc n", "num documento",
        "numero doc", "documento", "ns riferimento", "nr documento", "n doc", "documento numero",
        "nostro riferimento", "protocollo",
    ),
    "issue_date": (
        "emessa", "data doc", "rilasciata il", "emesso",
        (
            "(data|dt) (di|della|del|) (fattura|fatt|ft|emissione|documento|doc|fatturazione|nota di credito|"
            "nota credito|nota|creazione|redazione|parcella|compilazione|stesura)"
        ),
        "(fattura|) (emessa|emesso|redatta|compilata|datata|creata) (il|in data|del)",
        "(fattura|nota di credito|parcella) (del|in data)",
        "del giorno", "emissione", "data registrazione documento", "datata", "data documento fattura",
    ),
    "date": ("data", "del", "in data", "il", "li"),
    "due_date": (
        "saldo entro", "pagare entro", "scadenza al", "scade il", "da saldare entro il", "pagamento entro",
        "(data|dt) (di|) (scadenza|scad|pagamento|addebito)",
        "(scadenza|scad|scade) (il|pagamento|del pagamento|di pagamento|fattura|rata|saldo|prevista il)",
        (
            "(da|) (pagare|saldare|versare|liquidare|pagarsi|pagamento|pagabile|corrispondere|bonifico|saldo|"
            "effettuarsi) (entro|entro il|entro e non oltre il|il|non oltre il)"
        ),
        "termine (ultimo|) (di|per il|) pagamento",
        "(addebito|addebito in conto|addebito sul conto) (il|in data)",
        "data limite (di|per il|) pagamento",
        "scadenza", "entro il", "scadenze", "scad", "con scadenza", "con scadenza il", "in scadenza il",
        "scadente il", "scade", "termine", "termine ultimo", "ultimo giorno di pagamento", "data limite",
        "scadenza rimessa",
    ),
    "delivery_date": (
        "eseguito il", "svolto il", "data servizio", "data del lavoro", "data lavoro", "ultimato il", "reso il",
        "lavoro del", "servizio del", "svolta il", "eseguita il",
        (
            "data (di|della|del|dei|) (consegna|prestazione|spedizione|fornitura|operazione|servizio|esecuzione|"
            "effettuazione|lavori|ultimazione|trasporto|uscita)"
        ),
        "(consegnato|consegnata|eseguito|spedito|effettuato|fornito|servizio reso|prestazione resa) (il|in data)",
        "consegna del", "consegna il", "fornitura del", "prestazione del", "merce consegnata il",
    ),
    "currency": ("valuta", "divisa"),
    "tax_id": (
        "partita iva", "p iva", "piva", "p i", "partita i v a", "codice fiscale e partita iva", "cod fisc e p iva",
        "c f e p iva", "c f p iva", "p iva c f", "codice iva", "vat", "p iva e c f", "cf piva",
        "partita iva codice fiscale", "cod fiscale p iva", "id iva", "p iva cf", "c f p i", "part iva",
        "n partita iva", "numero di partita iva", "partita iva e codice fiscale", "codice fiscale partita iva",
        "p iva cod fisc", "cod fisc p iva", "cf e p iva", "identificativo iva", "numero iva", "iva n", "n iva",
        "p iva n", "partita iva n", "p iva e cod fisc", "codice fiscale p iva", "vat n", "identificativo fiscale",
        "identificativo fiscale ai fini iva", "ns p iva", "nostra p iva",
    ),
    "tax_number": ("codice fiscale", "c f", "cod fisc", "cod fiscale", "cf"),
    "buyer_tax_id": (
        "(p iva|part iva|partita iva|p i v a) (del|) (cliente|committente|acquirente|destinatario|cessionario)",
        "p iva cliente", "partita iva cliente", "vostra partita iva", "vs p iva", "vs partita iva",
        "partita iva del cliente", "p iva del cliente", "p iva cessionario", "vostra p iva", "p iva destinatario",
        "vat cliente", "partita iva committente", "cliente p iva", "sua partita iva", "partita iva cessionario",
        "id iva cliente", "p iva committente", "partita iva destinatario", "cliente partita iva", "piva cliente",
        "vs piva", "codice iva cliente",
    ),
    "iban": (
        "iban", "codice iban", "conto iban", "coordinate iban", "coordinate bancarie iban", "c c iban", "cod iban",
    ),
    "bic": ("bic", "swift", "bic swift", "swift bic", "codice bic", "codice swift"),
    "payment_reference": (
        "causale da indicare", "rif bonifico", "causale bonifico", "indicare in causale", "da riportare",
        "causale del versamento", "riferimento da indicare",
        "(riferimento|rif|causale|codice) (di|del|per il|) (pagamento|bonifico|versamento)",
        "(si prega di|vi preghiamo di|da|) (indicare|citare|riportare) (nella|come|la|il|) (causale|riferimento)",
        "(codice|numero) avviso",
        "causale", "indicare", "si prega di indicare", "da indicare nel bonifico",
    ),
    "payment_terms": (
        "pagam", "condizioni pag", "cond pag", "termini e condizioni di pagamento",
        (
            "(nostre|) (condizioni|termini|modalità|mod|cond|tipo|tempi|modo|metodo|forma|termine|accordi|"
            "scadenze) (di|del|) pagamento"
        ),
        "pagamento", "condizioni", "termini", "dilazione", "pagamento concordato",
    ),
    "order_reference": (
        "commessa cliente", "ordine del cliente", "come da vs ordine", "vs ordine n",
        (
            "(vs|vostro|suo|rif|rif vs|riferimento|riferimento vs|) (n|rif) (di|d|del|) (ordine|ord|oda|"
            "ordine di acquisto|ordine d acquisto|ordine cliente)"
        ),
        (
            "(vs|vostro|suo|rif|rif vs|) (ordine|ord|oda|ordine di acquisto|ordine d acquisto|ordine cliente|"
            "buono d ordine) (n|rif)"
        ),
        "ordine", "vostro ordine", "vs ordine", "riferimento ordine", "ordine di acquisto", "vs rif",
        "ordine cliente", "vs ord", "ordine d'acquisto", "vs riferimento", "vostro riferimento", "rif vs ordine",
        "suo ordine", "oda", "vs commessa", "vs buono d'ordine", "buono d'ordine", "rif vs ord", "rif acquisto",
        "richiesta d'acquisto", "ordinativo", "n ordinativo",
    ),
    "customer_number": (
        "cod anagrafica", "conto cliente", "cliente cod", "codice cliente", "codice anagrafica",
        "(codice|rif|cod) conto",
        (
            "(vs|vostro|suo|ns|) (codice|cod|n|id|rif|riferimento|conto|matricola) (del|di|) (cliente|cli|abbonato|"
            "utente|socio|debitore|intestatario)"
        ),
        "cliente (n|cod|codice|id|rif)",
        "vs codice", "vostro codice", "c cliente", "c cli", "codice anagrafico", "vs conto", "vostro conto",
        "vs id", "anagrafica",
    ),
    "account": ("conto",),
    "email": ("email", "e mail", "mail", "posta elettronica", "pec", "indirizzo email"),
    "seller": (
        "venditore", "fornitore", "cedente", "cedente prestatore", "mittente", "prestatore", "emittente",
        "emessa da", "da",
    ),
    "buyer": (
        "(destinatario|intestatario|dati) (fattura|fatturazione|di fatturazione)",
        "indirizzata a", "indirizzato a",
        "cliente", "spett le", "spettabile", "destinatario", "cessionario", "cessionario committente",
        "intestatario", "fatturare a", "committente", "intestata a", "acquirente", "fattura a",
        "indirizzo di fatturazione", "dati cliente", "egr", "fatturato a", "intestazione", "intestato a",
        "dati del cliente", "a", "per",
    ),
    "ship_to": (
        "indirizzo di consegna", "destinazione", "luogo di consegna", "destinazione merce", "consegna",
        "spedire a", "consegnare a", "destinazione della merce", "indirizzo di spedizione", "spedito a",
    ),
    "name": ("nome", "ragione sociale", "denominazione", "società"),
    "account_holder": (
        "intestatario conto", "beneficiario", "intestatario del conto", "conto intestato a", "intestato a",
        "a favore di",
    ),
    "subject": ("oggetto", "ogg"),
    "other": (
        "lavorazione", "pratica seguita da", "pratica", "ordine in data", "ordinato il", "contatore",
        "cantiere", "contratto n", "n contratto", "seguito da",
        "conferma ordine", "conferma d'ordine", "conferma ordine n",
        "data ordine", "data dell'ordine", "ordine del", "tel", "telefono", "fax", "pagina", "pag", "ddt", "ddt n",
        "banca", "conto", "abi", "cab", "cin", "rea", "n rea", "registro imprese", "totale", "imponibile",
        "importo", "quantità", "descrizione", "cell", "capitale sociale", "sito", "web", "agente", "codice sdi",
        "codice destinatario", "codice univoco", "cig", "cup", "vettore", "periodo", "progetto", "commessa",
        "contratto", "preventivo", "data ddt", "documento di trasporto", "banca d'appoggio", "fattura originale",
        "fattura di riferimento", "rif fattura n", "fattura collegata", "a storno fattura", "storno fattura",
        "causale trasporto", "causale del trasporto", "numero bolla", "bolla", "referente", "contatto",
        "amministratore", "amministratore unico", "direttore", "numero di serie", "coordinate bancarie",
        "totale fattura", "totale documento", "netto a pagare", "importo fattura", "data stampa", "sede legale",
        "aliquota iva", "iva", "totale iva", "importo iva", "imposta", "riepilogo iva", "ord del", "vs contatto",
        "vostro contatto", "numero ddt", "n ddt", "data valuta", "spedizione", "porto",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "ai al alla che con da dal del della di e gli grazie il in la lo nella nostro ns pagamento per si sono su un "
    "una vostro vs è"
)
