# Il grafico waterfall.
waterfall-title-gain = Tutti gli spostamenti insieme portano { $objective ->
    [long-term] { $total } di utile a lungo termine in più
    [npv] { $total } di VAN in più
    [revenue] { $total } di fatturato in più
    [customers] { $total } clienti in più
   *[profit] { $total } di utile in più
}; { $name } da solo porta { $best }
waterfall-title-together = Tutti gli spostamenti insieme portano { $objective ->
    [long-term] { $total } di utile a lungo termine in più
    [npv] { $total } di VAN in più
    [revenue] { $total } di fatturato in più
    [customers] { $total } clienti in più
   *[profit] { $total } di utile in più
}, ma nessuno rende da solo
waterfall-title-loss = Per rispettare vincoli e budget si rinuncia a { $objective ->
    [long-term] { $total } di utile a lungo termine
    [npv] { $total } di VAN
    [revenue] { $total } di fatturato
    [customers] { $total } clienti
   *[profit] { $total } di utile
}
waterfall-title-none = { $objective ->
    [long-term] Nessuno spostamento cambia l’utile a lungo termine
    [npv] Nessuno spostamento cambia il VAN
    [revenue] Nessuno spostamento cambia il fatturato
    [customers] Nessuno spostamento cambia il numero di clienti
   *[profit] Nessuno spostamento cambia l’utile
}
waterfall-subtitle = { $objective ->
    [long-term] Utile a lungo termine in { $unit }
    [npv] VAN in { $unit }
    [revenue] Fatturato in { $unit }
    [customers] Nuovi clienti
   *[profit] Utile in { $unit }
}: quanto porta ogni spostamento fatto da solo nel piano attuale, dal migliore; poi ciò che gli spostamenti fanno solo insieme.
waterfall-spend = variazione di spesa
waterfall-start = Piano attuale
waterfall-end = Proposta
waterfall-interaction = Interazione
waterfall-channels = { $n ->
    [one] { $count } canale minore
   *[other] { $count } canali minori insieme
}
waterfall-others = { $n ->
    [one] { $count } spostamento minore
   *[other] { $count } spostamenti minori
}
waterfall-reached = { $amount } ({ $change })
