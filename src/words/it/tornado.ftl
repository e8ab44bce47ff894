# Tornado: che cosa mostra il grafico, frase per frase.
tornado-subtitle = { $objective ->
    [long-term] Utile a lungo termine del piano attuale (VAN con residuo; orizzonte: { $horizon })
    [npv] VAN del piano attuale (orizzonte: { $horizon })
    [revenue] Fatturato del piano attuale (orizzonte: { $horizon })
    [customers] Clienti del piano attuale (orizzonte: { $horizon })
   *[profit] Utile del piano attuale (orizzonte: { $horizon })
}, ogni grandezza al 10° percentile (chiaro) e al 90° (pieno), le altre alla mediana; i suoi valori alle estremità delle barre.
tornado-marks = ◆: dove l’altro piano diventa il migliore.
tornado-source = ogni grandezza da sola, dal 10° al 90° percentile

# Etichette.
tornado-medians = tutte alla mediana: { $amount }
tornado-below = ◆ sotto { $value }
tornado-above = ◆ sopra { $value }
tornado-endless = supera ogni numero
tornado-more = { $n ->
    [one] e un’altra
   *[other] e altre { $count }
}
tornado-each = ciascuna lo sposta al più di { $bound }
tornado-customers = { $n ->
    [one] { $count } cliente
   *[other] { $count } clienti
}

# Titoli.
tornado-title = { $objective ->
    [long-term] Sull’utile a lungo termine pesa soprattutto
    [npv] Sul VAN pesa soprattutto
    [revenue] Sul fatturato pesa soprattutto
    [customers] Sul numero di clienti pesa soprattutto
   *[profit] Sull’utile pesa soprattutto
} «{ $quantity }»: { $swing } tra il 10° e il 90° percentile{ $choice ->
    [none] ; nessuna da sola rende migliore il piano attuale
    [one] ; una da sola potrebbe rendere migliore il piano attuale
    [some] ; { $count }, ognuna da sola, potrebbero cambiare la scelta
   *[unknown] {""}
}
tornado-title-none = { $objective ->
    [long-term] Nessuna grandezza incerta da sola sposta l’utile a lungo termine del piano attuale
    [npv] Nessuna grandezza incerta da sola sposta il VAN del piano attuale
    [revenue] Nessuna grandezza incerta da sola sposta il fatturato del piano attuale
    [customers] Nessuna grandezza incerta da sola sposta il numero di clienti del piano attuale
   *[profit] Nessuna grandezza incerta da sola sposta l’utile del piano attuale
}

# Le grandezze di uno scenario, come si leggono; quelle di un canale o di un’azione stanno dopo il suo nome.
quantity-organic = visite organiche
quantity-audience = pubblico raggiungibile
quantity-act-rate = tasso visite → lead
quantity-convert-rate = tasso lead → clienti
quantity-capacity = lead gestibili
quantity-backlog-loss = lead in attesa persi
quantity-retention = tasso di retention
quantity-retention-shape = curva di retention, { $letter }
quantity-customers = clienti attivi all’inizio
quantity-repeat-rate = tasso di riacquisto
quantity-referral = visite da passaparola per cliente
quantity-order-value = valore medio dell’ordine
quantity-repeat-value = valore medio del riacquisto
quantity-margin = margine lordo
quantity-fixed-cost = costi fissi
quantity-discount-rate = tasso di sconto
quantity-boost-organic = { $of }: spinta alle visite organiche
quantity-boost = { $of }: spinta a { $target }
quantity-act-quality = { $of }: qualità delle visite
quantity-convert-quality = { $of }: qualità dei lead
quantity-visits = { $of }: visite massime
quantity-visits-today = { $of }: visite oggi
quantity-visit-cost = { $of }: costo per visita
quantity-decay = { $of }: effetto residuo
quantity-half-life = { $of }: emivita dell’effetto residuo
quantity-carryover-shape = { $of }: forma dell’effetto residuo
quantity-carryover-scale = { $of }: durata dell’effetto residuo
quantity-lift = { $of }: aumento { $effect ->
    [act] visite → lead
    [convert] lead → clienti
    [retention] della retention
   *[repeat] dei riacquisti
}
quantity-half-spend = { $of }: spesa a metà effetto, { $effect ->
    [act] visite → lead
    [convert] lead → clienti
    [retention] retention
    [repeat] riacquisti
   *[reach] visite
}
quantity-slope = { $of }: pendenza della curva, { $effect ->
    [act] visite → lead
    [convert] lead → clienti
    [retention] retention
    [repeat] riacquisti
   *[reach] visite
}
quantity-action-lift = { $of }: effetto
quantity-action-cost = { $of }: costo
quantity-running-cost = { $of }: costo corrente
