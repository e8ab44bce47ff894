# Il piè di pagina: da dove vengono i numeri.
sheet-certain = nessuna grandezza è incerta: tutti gli scenari coincidono
sheet-point-run = calcolo puntuale: ogni grandezza alla mediana, senza intervalli
sheet-drawn = { $n ->
    [one] { $draws } simulazione, seed { $seed }
   *[other] { $draws } simulazioni, seed { $seed }
}
sheet-drawn-excluded = { $n ->
    [one] { $draws } simulazione, seed { $seed }, escluse senza risultato: { $excluded }
   *[other] { $draws } simulazioni, seed { $seed }, escluse senza risultato: { $excluded }
}
sheet-plan-starts = inizio del piano: { $date }
