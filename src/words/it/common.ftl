# Tempi.
period-days = { $n ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
period-weeks = { $n ->
    [one] { $count } settimana
   *[other] { $count } settimane
}
period-months = { $n ->
    [one] { $count } mese
   *[other] { $count } mesi
}
period-quarters = { $n ->
    [one] { $count } trimestre
   *[other] { $count } trimestri
}
nth-day = giorno { $number }
nth-week = settimana { $number }
nth-month = mese { $number }
nth-quarter = trimestre { $number }
