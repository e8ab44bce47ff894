# Piani a confronto: che cosa mostra il grafico, frase per frase.
what-if-subtitle = { $objective ->
    [long-term] Utile a lungo termine meno il valore di { $base }, { $currency } (orizzonte: { $horizon }).
    [npv] VAN meno il valore di { $base }, { $currency } (orizzonte: { $horizon }).
    [revenue] Fatturato meno il valore di { $base }, { $currency } (orizzonte: { $horizon }).
    [customers] Nuovi clienti meno quelli di { $base } (orizzonte: { $horizon }).
   *[profit] Utile meno il valore di { $base }, { $currency } (orizzonte: { $horizon }).
}
what-if-futures = Entrambi i piani negli stessi scenari; ◆{"\u00A0"}ogni grandezza alla mediana.
what-if-first = I primi { $shown } piani su { $all }.
what-if-median = mediana

# Accanto a ogni piano.
what-if-better = migliore { $chance }
what-if-never-better = mai migliore
what-if-same = uguale in tutti gli scenari
what-if-range = 8 su 10: { $low } … { $high }
what-if-unclear = media indistinguibile da 0
what-if-not-compared = non confrontato: altro obiettivo o altra valuta

# Titoli.
what-if-title-beats = { $plan } batte { $base } { $chance }
what-if-title-most = { $plan } batte { $base } più spesso degli altri: { $chance }
what-if-title-even = { $n ->
    [one] { $count } piano batte { $base } { $chance }
   *[other] { $count } piani battono { $base } { $chance }
}
what-if-title-seldom = { $plan } batte { $base } solo { $chance }
what-if-title-worse = { $plan } non batte { $base } in nessuno scenario
what-if-title-never = Nessun piano batte { $base } in alcuno scenario
what-if-title-none-often = Nessun piano batte { $base } nella maggior parte dei casi: { $plan } ci riesce { $chance }
what-if-title-same = { $plan } e { $base } si equivalgono in tutti gli scenari
what-if-title-none-but-same = Nessun piano batte { $base }: { $plan } lo eguaglia in tutti gli scenari
what-if-title-brings = { $plan } porta { $amount } { $direction ->
    [more] { $objective ->
        [long-term] di utile a lungo termine in più
        [npv] di VAN in più
        [revenue] di fatturato in più
        [customers] clienti in più
       *[profit] di utile in più
    }
   *[less] { $objective ->
        [long-term] di utile a lungo termine in meno
        [npv] di VAN in meno
        [revenue] di fatturato in meno
        [customers] clienti in meno
       *[profit] di utile in meno
    }
} rispetto a { $base }
what-if-title-as-good = { $plan } e { $base } si equivalgono
what-if-title-none = Nessun piano è confrontabile con { $base }
