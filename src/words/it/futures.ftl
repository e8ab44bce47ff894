# La legenda sopra un grafico con fasce.
futures-key-median = mediana
futures-key-five = 5 scenari su 10
futures-key-eight = 8 su 10
futures-key-nine = 9 su 10
futures-key-today = piano attuale, mediana

# Un intervallo che contiene otto scenari su dieci.
eight-in-ten = 8 su 10: da { $from } a { $to }
eight-in-ten-at = 8 su 10: { $value }

# Quanto è probabile qualcosa, alla fine di una frase.
in-futures-every = in tutti gli scenari
in-futures-none = in nessuno scenario
in-futures-over = in oltre 99 scenari su 100
in-futures-under = in meno di 1 scenario su 100
in-futures-some = { $n ->
    [one] in { $count } scenario su 100
   *[other] in { $count } scenari su 100
}

# Lo stesso in un’etichetta.
in-hundred-every = in tutti gli scenari
in-hundred-none = in nessuno scenario
in-hundred-over = in oltre 99 casi su 100
in-hundred-under = in meno di 1 caso su 100
in-hundred-some = in { $count } su 100
