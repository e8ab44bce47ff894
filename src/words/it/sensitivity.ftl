# Quote della varianza: che cosa mostra il grafico.
sensitivity-subtitle = Varianza { $objective ->
    [long-term] dell’utile a lungo termine del piano attuale (VAN con residuo; orizzonte: { $horizon })
    [npv] del VAN del piano attuale (orizzonte: { $horizon })
    [revenue] del fatturato del piano attuale (orizzonte: { $horizon })
    [customers] dei clienti del piano attuale (orizzonte: { $horizon })
   *[profit] dell’utile del piano attuale (orizzonte: { $horizon })
}. Pieno: la quota che sparisce conoscendo la grandezza; contorno: anche ciò che fa insieme alle altre. Baffi: due errori standard; ~0: indistinguibile da zero.
sensitivity-source = { $n ->
    [one] { $draws } simulazione
   *[other] { $draws } simulazioni
}
sensitivity-heading = da sola · con altre
sensitivity-others = { $n ->
    [one] { $count } altra
   *[other] altre { $count } insieme
}
sensitivity-more = { $n ->
    [one] e { $count } altra, non oltre { $most }
   *[other] e altre { $count }, nessuna oltre { $most }
}

# Titoli.
sensitivity-title = { $objective ->
    [long-term] { $share } dell’incertezza dell’utile a lungo termine
    [npv] { $share } dell’incertezza del VAN
    [revenue] { $share } dell’incertezza del fatturato
    [customers] { $share } dell’incertezza dei clienti
   *[profit] { $share } dell’incertezza dell’utile
} viene solo da «{ $quantity }»; { $interaction ->
    [some] { $together } da grandezze che agiscono insieme
   *[little] l’azione congiunta aggiunge poco
}
sensitivity-title-together = «{ $quantity }» pesa di più { $objective ->
    [long-term] sull’utile a lungo termine
    [npv] sul VAN
    [revenue] sul fatturato
    [customers] sul numero di clienti
   *[profit] sull’utile
}, ma solo insieme ad altre; { $interaction ->
    [some] { $together } viene da grandezze che agiscono insieme
   *[little] l’azione congiunta aggiunge poco
}
sensitivity-title-none = { $objective ->
    [long-term] Nessuna grandezza da sola spiega l’incertezza dell’utile a lungo termine
    [npv] Nessuna grandezza da sola spiega l’incertezza del VAN
    [revenue] Nessuna grandezza da sola spiega l’incertezza del fatturato
    [customers] Nessuna grandezza da sola spiega l’incertezza del numero di clienti
   *[profit] Nessuna grandezza da sola spiega l’incertezza dell’utile
}
