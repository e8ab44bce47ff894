# Le fasi del funnel.
stage-reach = Reach
stage-act = Act
stage-convert = Convert
stage-engage = Engage

# L’obiettivo del piano. La forma “of” è quella dopo un nome: “il 96% dell’utile”.
objective-profit = { $form ->
    [title] Utile
    [of] dell’utile
   *[plain] utile
}
objective-npv = { $form ->
    [of] del VAN
   *[plain] VAN
}
objective-long-term-profit = { $form ->
    [title] Utile a lungo termine
    [of] dell’utile a lungo termine
   *[plain] utile a lungo termine
}
objective-revenue = { $form ->
    [title] Fatturato
    [of] del fatturato
   *[plain] fatturato
}
objective-customers = { $form ->
    [title] Clienti
    [of] dei clienti
   *[plain] clienti
}

# I piani, come etichette.
today-plan = Piano attuale
proposal = Proposta
plan = Piano

# Durata, dopo “in”.
span-days = { $n ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
span-weeks = { $n ->
    [one] { $count } settimana
   *[other] { $count } settimane
}
span-months = { $n ->
    [one] { $count } mese
   *[other] { $count } mesi
}
span-quarters = { $n ->
    [one] { $count } trimestre
   *[other] { $count } trimestri
}

# Quando.
during-day = nel giorno { $number }
during-week = nella settimana { $number }
during-month = nel mese { $number }
during-quarter = nel trimestre { $number }

# Fino a quando, dopo “entro”.
until-day = il giorno { $number }
until-week = la settimana { $number }
until-month = il mese { $number }
until-quarter = il trimestre { $number }

# Ogni quanto.
per-day = al giorno
per-week = a settimana
per-month = al mese
per-quarter = a trimestre

# L’unità dei clienti.
unit-customers = nuovi clienti
