kaizen-promise = Guadagni promessi dal modello, non ancora misurati
kaizen-subtitle = { $objective } { $followed }, { $unit }, dopo ogni ciclo analisi → mossa → valutazione; sotto, la fase più debole trovata da ogni ciclo.
kaizen-axis = L’asse parte da { $start }.

# Che cosa ha fermato il ciclo.
kaizen-stopped-cycles = Fermato: limite di { $cycles } cicli.
kaizen-stopped-size = Fermato: con un piano così grande altri cicli richiederebbero minuti.
kaizen-stopped-limits = Fermato: nessuna mossa rispetta limiti e budget.
kaizen-stopped-tolerance = { $counted ->
    [customers] Fermato: nessuna mossa fino a { $step } per canale porta più della tolleranza di { $least } clienti.
   *[money] Fermato: nessuna mossa fino a { $step } per canale porta più della tolleranza di { $least }.
}
kaizen-stopped-nothing = Fermato: nessuna mossa fino a { $step } per canale porta qualcosa.

kaizen-title-nothing = Il ciclo kaizen non trova nulla che porti un guadagno
kaizen-title = { $n ->
    [1] Un ciclo promette { $gain }
   *[other] { $cycles } cicli promettono { $gain }
}
kaizen-title-captured = { $n ->
    [1] Un ciclo promette { $gain }, { $share } di quanto promette l’ottimo
   *[other] { $cycles } cicli promettono { $gain }, { $share } di quanto promette l’ottimo
}

# Etichette.
kaizen-loop = Kaizen { $gain }
kaizen-captured = { $share } dell’ottimo
kaizen-optimum = Ottimo { $gain }
kaizen-within-limits = entro i limiti
kaizen-start = inizio
kaizen-cycle = ciclo { $cycle }
kaizen-no-cycle = nessun ciclo ha portato un guadagno
kaizen-weakest = fase più debole
kaizen-none = nessuna
kaizen-through = { $stage }, guadagno da { $through }
