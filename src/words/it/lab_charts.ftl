# Il piè di pagina: da dove vengono i numeri.
lab-drawn = { $n ->
    [one] { $worlds } mondo nascosto, seed { $seed }
   *[other] { $worlds } mondi nascosti, seed { $seed }
}
lab-drawn-world = mondo nascosto { $world } di { $worlds }, seed { $seed }
lab-drawn-one-world = mondo nascosto { $world }, seed { $seed }
lab-one-world = Un solo mondo: non c’è fascia.
lab-medians = I valori sono mediane sui mondi.
lab-later-elsewhere = Ciò che viene dopo è contato nei grafici del dichiarato e del distacco dall’oracolo.
lab-later-too = È contato anche ciò che viene dopo il piano ({ $horizon }).

# Strategie alla pari, come soggetto di una frase.
lab-level-two = «{ $first }» e «{ $second }»
lab-level-three = «{ $first }», «{ $second }» e «{ $third }»
lab-level-many = { $n ->
    [one] { $count } strategia
   *[other] { $count } strategie
}

# L’obiettivo finora, per strategia.
lab-profit-subtitle = { $n ->
    [one] { $objective } finora, differenza dal non cambiare nulla nello stesso mondo, { $unit }, in { $cycles } ciclo ({ $horizon }).
   *[other] { $objective } finora, differenza dal non cambiare nulla nello stesso mondo, { $unit }, in { $cycles } cicli ({ $horizon }).
}
lab-profit-title = { $when ->
    [end] «{ $strategy }» rende di più entro { $until }: { $gain } rispetto a non cambiare nulla; l’oracolo, che sa la verità, { $oracle }
   *[open] «{ $strategy }» rende di più: { $gain } rispetto a non cambiare nulla; l’oracolo, che sa la verità, { $oracle }
}
lab-profit-title-level = Alla pari { $strategies }: { $gain } rispetto a non cambiare nulla entro { $until }; l’oracolo, che sa la verità, { $oracle }
lab-profit-title-none = Nessuna strategia supera il non cambiare nulla; l’oracolo, che sa la verità, fa { $oracle }
lab-profit-title-oracle = L’oracolo, che sa la verità, chiude a { $oracle } dal non cambiare nulla
lab-key-band = { $strategy }: 8 mondi su 10

# Un mondo, giocato da tutte le strategie.
lab-world-subtitle = { $n ->
    [one] { $objective } finora, differenza dal non cambiare nulla, { $unit }, in { $cycles } ciclo ({ $horizon }); accanto ai nomi il totale di ciascuna.
   *[other] { $objective } finora, differenza dal non cambiare nulla, { $unit }, in { $cycles } cicli ({ $horizon }); accanto ai nomi il totale di ciascuna.
}
lab-world-amount = { $amount } ({ $change })
lab-world-title = { $oracle ->
    [beaten] Nel mondo { $world }, entro { $until }, vince «{ $strategy }», davanti anche all’oracolo: { $gain }
    [level] Nel mondo { $world }, entro { $until }, vince «{ $strategy }», alla pari con l’oracolo: { $gain }
    [absent] Nel mondo { $world }, entro { $until }, vince «{ $strategy }»: { $gain }
   *[ahead] Lo stesso mondo per tutte le strategie: nel mondo { $world }, oracolo a parte, vince «{ $strategy }», { $gain }
}
lab-world-title-level = { $oracle ->
    [beaten] Nel mondo { $world }, entro { $until }, alla pari { $strategies }, davanti anche all’oracolo: { $gain }
    [level] Nel mondo { $world }, entro { $until }, alla pari tra loro e con l’oracolo { $strategies }: { $gain }
    [absent] Nel mondo { $world }, entro { $until }, alla pari { $strategies }: { $gain }
   *[ahead] Nel mondo { $world }, entro { $until }, oracolo a parte, alla pari in testa { $strategies }: { $gain }
}
lab-world-title-none = { $oracle ->
    [beaten] Lo stesso mondo per tutte le strategie: nel mondo { $world } niente batte il non cambiare nulla
   *[ahead] Lo stesso mondo per tutte le strategie: nel mondo { $world }, oracolo a parte, niente batte il non cambiare nulla
}
lab-world-title-first = { $place ->
    [1] Nel mondo { $world } batti tutte le strategie, anche l’oracolo: { $gap } davanti a «{ $strategy }»
   *[other] Nel mondo { $world } batti tutte le strategie tranne l’oracolo: { $gap } davanti a «{ $strategy }»
}
lab-world-title-learner = Sei in posizione { $place } su { $all } nel mondo { $world }, { $gap } dietro a «{ $strategy }»
lab-world-title-learner-level = Nel mondo { $world } sei alla pari con «{ $strategy }»

# Distanza dall’oracolo.
lab-regret-subtitle = { $objective }: di quanto ogni strategia resta dietro all’oracolo, che sa la verità, nello stesso mondo, { $unit }. La migliore si intende tra tutte le altre.
lab-regret-title = «{ $strategy }» è la più vicina all’oracolo: { $regret } in meno alla mediana, la migliore delle altre nel { $share } dei mondi
lab-regret-title-one = «{ $strategy }» è la più vicina all’oracolo in questo mondo: { $regret } in meno
lab-regret-title-level = «{ $strategy }» non chiude peggio dell’oracolo
lab-regret-title-none-behind = { $strategies } non chiudono peggio dell’oracolo
lab-regret-title-both = { $worlds ->
    [one] Le più vicine all’oracolo in questo mondo, alla pari: { $strategies }, al massimo { $regret } in meno
   *[many] Le più vicine all’oracolo, alla pari: { $strategies }, al massimo { $regret } in meno alla mediana
}
lab-regret-zoom = { $n ->
    [one] le righe in alto su una scala { $times } volte più ampia
   *[other] le righe in alto su una scala { $times } volte più ampia
}
lab-regret-behind = distacco
lab-regret-best = migliore nel
lab-key-half = metà dei mondi
lab-key-nine = 9 su 10

# Dichiarato e vero.
lab-claims-subtitle = { $objective }: il guadagno che ogni strategia dichiarerebbe, accanto a quanto vale davvero il suo piano rispetto a non cambiare nulla, fortuna esclusa, { $unit }.
lab-claims-title = «{ $strategy }» si illude di più: dichiara { $claimed }, in verità è { $truth }
lab-claims-title-none = Nessuna strategia dichiara più di quanto guadagna davvero
lab-key-claimed = dichiarato
lab-key-true = vero
lab-key-eight = 8 mondi su 10

# Carte di controllo.
lab-control-subtitle = { $period ->
    [day] Misure giorno per giorno nel mondo { $world }. Limiti: media ± 2,66 volte l’escursione mobile media dei giorni in grigio.
    [month] Misure mese per mese nel mondo { $world }. Limiti: media ± 2,66 volte l’escursione mobile media dei mesi in grigio.
    [quarter] Misure trimestre per trimestre nel mondo { $world }. Limiti: media ± 2,66 volte l’escursione mobile media dei trimestri in grigio.
   *[week] Misure settimana per settimana nel mondo { $world }. Limiti: media ± 2,66 volte l’escursione mobile media delle settimane in grigio.
}
lab-control-title = { $who ->
    [learner] { $n ->
        [1] Hai cambiato il piano una volta; segnali su { $signals } delle { $charts } carte di controllo
       *[other] Hai cambiato il piano { $changes } volte; segnali su { $signals } delle { $charts } carte di controllo
    }
   *[strategy] { $n ->
        [1] «{ $strategy }» ha cambiato il piano una volta; segnali su { $signals } delle { $charts } carte di controllo
       *[other] «{ $strategy }» ha cambiato il piano { $changes } volte; segnali su { $signals } delle { $charts } carte di controllo
    }
}
lab-control-title-quiet = { $who ->
    [learner] { $n ->
        [1] Hai cambiato il piano una volta, ma nessuna carta di controllo dà un segnale
       *[other] Hai cambiato il piano { $changes } volte, ma nessuna carta di controllo dà un segnale
    }
   *[strategy] { $n ->
        [1] «{ $strategy }» ha cambiato il piano una volta, ma nessuna carta di controllo dà un segnale
       *[other] «{ $strategy }» ha cambiato il piano { $changes } volte, ma nessuna carta di controllo dà un segnale
    }
}
lab-control-title-alarm = { $n ->
    [one] Nulla è stato cambiato, eppure { $signals } carta di controllo su { $charts } dà un segnale
   *[other] Nulla è stato cambiato, eppure { $signals } carte di controllo su { $charts } danno un segnale
}
lab-control-title-still = Nulla è stato cambiato, e nessuna carta di controllo dà un segnale
lab-control-signals = { $n ->
    [one] { $count } segnale
   *[other] { $count } segnali
}
lab-control-none = nessun segnale: le oscillazioni sono rumore
lab-control-few = troppo pochi punti per i limiti
lab-control-constant = costante
lab-control-nothing = nessuna misura
lab-rule-outside = fuori dai limiti
lab-key-run = tanti di fila
lab-rule-eight = 8 da un lato
lab-rule-three = 3 su 4 oltre metà strada
lab-key-base = punti che fanno i limiti
lab-key-limits = limiti
lab-key-change = il piano cambia
lab-watched-visits = Visite al netto della stagione
lab-watched-act = Act: lead per visita
lab-watched-convert = Convert: clienti per lead
lab-watched-retention = Engage: clienti rimasti
lab-watched-repeat = Engage: riacquisti per cliente
lab-watched-roi = ROI, con tutto l’utile lordo

# La spesa per ciclo.
lab-moves-subtitle = Spesa { $per } misurata in ogni ciclo del mondo { $world }, { $currency }, per canale. ▼ segna i cicli che iniziano con un cambiamento.
lab-moves-actions = Sotto i cicli le azioni avviate.
lab-moves-action = { $cycle }: { $action }
lab-moves-more = { $n ->
    [one] e { $count } altra
   *[other] e altre { $count }
}
lab-moves-title = { $who ->
    [learner] Cambi il piano in { $changes } dei { $cycles } cicli
   *[strategy] «{ $strategy }» cambia il piano in { $changes } dei { $cycles } cicli
}
lab-moves-title-none = { $who ->
    [learner] Lasci il piano com’è
   *[strategy] «{ $strategy }» lascia il piano com’è
}
