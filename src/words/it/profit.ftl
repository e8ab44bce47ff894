profit-subtitle = { $period ->
    [day] Utile lordo incrementale cumulato − spesa, { $currency }, alla fine di ogni giorno, { $horizon }; non attualizzato, senza ciò che arriva dopo l’orizzonte.
    [month] Utile lordo incrementale cumulato − spesa, { $currency }, alla fine di ogni mese, { $horizon }; non attualizzato, senza ciò che arriva dopo l’orizzonte.
    [quarter] Utile lordo incrementale cumulato − spesa, { $currency }, alla fine di ogni trimestre, { $horizon }; non attualizzato, senza ciò che arriva dopo l’orizzonte.
   *[week] Utile lordo incrementale cumulato − spesa, { $currency }, alla fine di ogni settimana, { $horizon }; non attualizzato, senza ciò che arriva dopo l’orizzonte.
}

# Etichette alla fine delle linee.
profit-paid-back = recuperato { $when }
profit-not-paid-back = non ancora recuperato
profit-never = mai { $likely }
profit-cash = cassa necessaria: { $amount }
profit-deepest-here = minimo qui: cassa necessaria

# Etichette del pareggio e del punto più basso.
profit-break-even = pareggio: { $period }
profit-break-even-seldom = pareggio in meno della metà
profit-break-even-range = 8 scenari su 10: da { $first } a { $last }
profit-break-even-tenth = in 1 scenario su 10 entro { $by }
profit-never-within = mai entro l’orizzonte { $likely }
profit-deepest = minimo: { $amount } { $when }
profit-cash-deepest = la cassa che il piano richiede
profit-deepest-today = piano attuale: { $amount } { $when }

# L’inizio del titolo.
profit-plan = { $run ->
    [drawn] { $plan ->
        [proposal] In mediana la proposta
       *[plan] In mediana il piano
    }
   *[point] { $plan ->
        [proposal] La proposta
       *[plan] Il piano
    }
}
profit-title-none = { $name } non ha un utile da rappresentare
profit-title-nothing = { $name } non spende e non aggiunge nulla
profit-title-owed = { $name } non si ripaga in { $span }: restano da recuperare { $amount }
profit-title-pays = { $compared ->
    [same] { $name } si ripaga { $when } e aggiunge { $amount } entro { $by }, quanto il piano attuale
    [more] { $name } si ripaga { $when } e aggiunge { $amount } entro { $by }, { $gap } in più del piano attuale
    [less] { $name } si ripaga { $when } e aggiunge { $amount } entro { $by }, { $gap } in meno del piano attuale
   *[alone] { $name } si ripaga { $when } e aggiunge { $amount } entro { $by }
}
profit-title-adds = { $compared ->
    [same] { $name } aggiunge { $amount } entro { $by }, quanto il piano attuale
    [more] { $name } aggiunge { $amount } entro { $by }, { $gap } in più del piano attuale
    [less] { $name } aggiunge { $amount } entro { $by }, { $gap } in meno del piano attuale
   *[alone] { $name } aggiunge { $amount } entro { $by }
}
