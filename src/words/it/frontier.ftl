# Frontiera: che cosa mostra il grafico.
frontier-subtitle = { $objective ->
    [long-term] Utile a lungo termine del miglior piano entro i vincoli
    [npv] VAN del miglior piano entro i vincoli
    [revenue] Fatturato del miglior piano entro i vincoli
    [customers] Clienti del miglior piano entro i vincoli
   *[profit] Utile del miglior piano entro i vincoli
} per ogni budget, { $currency } (orizzonte: { $horizon }), { $spent ->
    [full] speso per intero
   *[far] speso finché conviene
}.
frontier-mean = media usata nella ricerca
frontier-median = ogni grandezza alla mediana

# Etichette dei punti.
frontier-maximum = massimo: { $value } con { $budget }
frontier-nothing = 1 { $currency } in più non rende nulla
frontier-today = piano attuale: { $value } con { $budget }
frontier-proposal = proposta: { $value } con { $budget }
frontier-gain = { $gain } rispetto al piano attuale

# Titoli.
frontier-title-loses = { $objective ->
    [long-term] Oltre { $budget } si perde: gli ultimi { $excess } del budget attuale tolgono { $lost } di utile a lungo termine
    [npv] Oltre { $budget } si perde: gli ultimi { $excess } del budget attuale tolgono { $lost } di VAN
    [revenue] Oltre { $budget } si perde: gli ultimi { $excess } del budget attuale tolgono { $lost } di fatturato
    [customers] Oltre { $budget } si perde: gli ultimi { $excess } del budget attuale tolgono { $lost } clienti
   *[profit] Oltre { $budget } si perde: gli ultimi { $excess } del budget attuale tolgono { $lost } di utile
}
frontier-title-kept = Oltre { $budget } la spesa non rende nulla: meglio non spendere { $excess } del budget attuale
frontier-title-adds = { $objective ->
    [long-term] Con il budget attuale ogni { $unit } in più aggiunge { $gain } di utile a lungo termine, oltre { $budget } più nulla
    [npv] Con il budget attuale ogni { $unit } in più aggiunge { $gain } di VAN, oltre { $budget } più nulla
    [revenue] Con il budget attuale ogni { $unit } in più aggiunge { $gain } di fatturato, oltre { $budget } più nulla
    [customers] Con il budget attuale { $unit } in più aggiungono { $gain } clienti, oltre { $budget } più nessuno
   *[profit] Con il budget attuale ogni { $unit } in più aggiunge { $gain } di utile, oltre { $budget } più nulla
}
frontier-title-nothing = Oltre { $budget } la spesa non rende nulla
frontier-title-best = { $objective ->
    [long-term] Il budget attuale è il migliore: di più o di meno riduce l’utile a lungo termine
    [npv] Il budget attuale è il migliore: di più o di meno riduce il VAN
    [revenue] Il budget attuale è il migliore: di più o di meno riduce il fatturato
    [customers] Il budget attuale è il migliore: di più o di meno riduce il numero di clienti
   *[profit] Il budget attuale è il migliore: di più o di meno riduce l’utile
}
frontier-title-most = { $objective ->
    [long-term] Il massimo dell’utile a lungo termine è { $value }, con un budget di { $budget }
    [npv] Il massimo del VAN è { $value }, con un budget di { $budget }
    [revenue] Il massimo del fatturato è { $value }, con un budget di { $budget }
    [customers] Il massimo del numero di clienti è { $value }, con un budget di { $budget }
   *[profit] Il massimo dell’utile è { $value }, con un budget di { $budget }
}
frontier-title-one = I vincoli lasciano un solo budget: { $budget }
frontier-title-more-adds = { $objective ->
    [long-term] Più budget aumenta l’utile a lungo termine fino a { $budget }: oggi ogni { $unit } in più aggiunge { $gain }
    [npv] Più budget aumenta il VAN fino a { $budget }: oggi ogni { $unit } in più aggiunge { $gain }
    [revenue] Più budget aumenta il fatturato fino a { $budget }: oggi ogni { $unit } in più aggiunge { $gain }
    [customers] Più budget aumenta il numero di clienti fino a { $budget }: oggi { $unit } in più aggiungono { $gain } clienti
   *[profit] Più budget aumenta l’utile fino a { $budget }: oggi ogni { $unit } in più aggiunge { $gain }
}
frontier-title-more = { $objective ->
    [long-term] Più budget aumenta l’utile a lungo termine fino a { $budget }
    [npv] Più budget aumenta il VAN fino a { $budget }
    [revenue] Più budget aumenta il fatturato fino a { $budget }
    [customers] Più budget aumenta il numero di clienti fino a { $budget }
   *[profit] Più budget aumenta l’utile fino a { $budget }
}
frontier-title-less = { $objective ->
    [long-term] Meno budget aumenta l’utile a lungo termine, fino a scendere a { $budget }
    [npv] Meno budget aumenta il VAN, fino a scendere a { $budget }
    [revenue] Meno budget aumenta il fatturato, fino a scendere a { $budget }
    [customers] Meno budget aumenta il numero di clienti, fino a scendere a { $budget }
   *[profit] Meno budget aumenta l’utile, fino a scendere a { $budget }
}
