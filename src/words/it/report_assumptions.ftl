# Le ipotesi e le loro fonti.
assumptions-what = Tutti i valori inseriti, con la rispettiva chiave nel file dei dati di partenza. L’intervallo dice quanto è incerto un valore; il valore mediano divide gli scenari a metà.
assumptions-without = { $n ->
    [one] { $count } valore è senza fonte.
   *[other] { $count } valori sono senza fonte.
}
assumptions-caption = Ipotesi
assumptions-key = Chiave
assumptions-value = Valore mediano
assumptions-range = Intervallo
assumptions-source = Fonte
assumptions-ninety = { $range } (9 su 10)
assumptions-eighty = { $range } (8 su 10)
assumptions-all = { $range } (sempre)
assumptions-series = { $n ->
    [one] elenco di { $count } valore
   *[other] elenco di { $count } valori
}
assumptions-default = valore predefinito del programma
assumptions-set = modificato per questo report
assumptions-number = N.
assumptions-sources = Fonti
reconciliation-observed = Dato vostro
reconciliation-modelled = Modello
reconciliation-caption = Un periodo normale oggi: i vostri dati accanto a quelli del modello
