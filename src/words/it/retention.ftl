# Il grafico retention.
retention-title-alone = Su 100 clienti acquisiti all’inizio, { $n ->
    [one] { $kept } è ancora attivo
   *[other] { $kept } sono ancora attivi
} alla fine; il piano si chiude con { $active } clienti attivi
retention-title = Su 100 clienti acquisiti all’inizio, { $n ->
    [one] { $kept } è ancora attivo
   *[other] { $kept } sono ancora attivi
} alla fine; la proposta si chiude con { $active } clienti attivi{ $change ->
    [more] , { $difference } in più del piano attuale
    [fewer] , { $difference } in meno del piano attuale
   *[same] , quanti nel piano attuale
}
retention-subtitle = A sinistra, la quota di una coorte di nuovi clienti ancora attiva a ogni età; a destra, tutti i clienti attivi alla fine di ogni { $period ->
    [day] giorno
    [week] settimana
    [month] mese
   *[quarter] trimestre
}.
retention-cohort = Ancora attivi, per età in { $period ->
    [day] giorni
    [week] settimane
    [month] mesi
   *[quarter] trimestri
}
retention-base = Clienti attivi
retention-end = { $plan ->
    [today] Piano attuale { $value }
    [proposal] Proposta { $value }
    [both] I due piani { $value }
   *[alone] Piano { $value }
}
retention-half = metà persa dopo { $age }
