funnel-subtitle = { $plans ->
    [two] Persone e ordini, conteggi in { $span }; piano attuale vuoto, proposta piena.
   *[one] Persone e ordini, conteggi in { $span }.
}
funnel-whiskers = Barre alla mediana, baffi: 8 scenari su 10.
funnel-ticks = Tacca verticale: il piano attuale con il tasso all’obiettivo.
funnel-broken = La barra delle visite è accorciata (segno //); le altre sono in scala.
funnel-logarithmic = Scala logaritmica: ogni linea vale dieci volte la precedente, le lunghezze non sono in proporzione.
funnel-title-proposal = La proposta porta { $proposal } clienti invece di { $today }
funnel-title = { $visits } visite portano { $customers } clienti e { $orders } riacquisti

# I passi e come ciascuno segue dal precedente.
funnel-visits = Visite
funnel-leads = Lead
funnel-customers = Clienti
funnel-customers-note = nuovi
funnel-active = Clienti attivi
funnel-active-note = alla fine
funnel-repeat = Riacquisti
funnel-act = { $rate } delle visite diventa lead
funnel-convert = { $rate } dei lead gestiti diventa cliente
funnel-kept = { $period ->
    [day] { $rate } resta da un giorno all’altro
    [month] { $rate } resta da un mese all’altro
    [quarter] { $rate } resta da un trimestre all’altro
   *[week] { $rate } resta da una settimana all’altra
}
funnel-repeat-rate = { $period ->
    [day] { $orders } ordini al giorno per cliente mantenuto
    [month] { $orders } ordini al mese per cliente mantenuto
    [quarter] { $orders } ordini a trimestre per cliente mantenuto
   *[week] { $orders } ordini a settimana per cliente mantenuto
}
funnel-target = obiettivo { $target }
funnel-target-visits = obiettivo { $target } { $per }
funnel-target-organic-visits = visite organiche { $now }, obiettivo { $target }
funnel-target-organic-leads = lead organici { $now }, obiettivo { $target }
funnel-count-today = { $count } oggi
funnel-count-proposal = { $count } proposta

# Quanto è in gioco in ogni fase.
funnel-at-stake = In gioco, per fase
funnel-weakest = { $stage }: la più debole
funnel-by-target = se si raggiunge l’obiettivo
funnel-by-lever = con la migliore leva nota
funnel-unranked = né obiettivo né leva
