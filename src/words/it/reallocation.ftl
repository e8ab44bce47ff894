# Riallocazione: che cosa mostra il grafico, colonne e righe.
reallocation-subtitle = Spesa in { $unit } (orizzonte: { $horizon }): barra vuota e primo numero: piano attuale; barra piena e secondo numero: proposta.
reallocation-today = oggi
reallocation-proposal = proposta
reallocation-change = variazione
reallocation-new = nuovo
reallocation-total = Totale
reallocation-actions = Azioni
reallocation-others = { $n ->
    [one] { $count } altro
   *[other] altri { $count }
}

# Perché la spesa di una riga sta dove sta.
reallocation-action = azione
reallocation-beyond = oltre l’osservato
reallocation-min = al minimo
reallocation-max = al massimo
reallocation-min-total = al minimo totale
reallocation-max-total = al massimo totale
reallocation-locked = bloccato
reallocation-committed = già impegnato
reallocation-step = un passo più in là
reallocation-ramp = al limite di ritmo
reallocation-burst = al lancio minimo

# Titoli.
reallocation-title-same = La proposta lascia invariata la spesa di ogni canale
reallocation-title-moves-much = La proposta sposta { $amount } ({ $share } della spesa)
reallocation-title-moves = La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }
reallocation-title-moves-gains = { $objective ->
    [long-term] La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }, e porta { $gain } di utile a lungo termine in più
    [npv] La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }, e porta { $gain } di VAN in più
    [revenue] La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }, e porta { $gain } di fatturato in più
    [customers] La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }, e porta { $gain } clienti in più
   *[profit] La proposta sposta { $amount } ({ $share } della spesa), soprattutto da { $from } a { $into }, e porta { $gain } di utile in più
}
reallocation-title-spends = La proposta spende { $amount } { $direction ->
    [more] in più
   *[less] in meno
} del piano attuale
reallocation-title-spends-gains = La proposta spende { $amount } { $direction ->
    [more] in più
   *[less] in meno
} del piano attuale e porta { $gain } { $objective ->
    [long-term] di utile a lungo termine in più
    [npv] di VAN in più
    [revenue] di fatturato in più
    [customers] clienti in più
   *[profit] di utile in più
}
