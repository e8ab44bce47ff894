# La fase più debole e che cosa fare.
weakest-what = La fase più debole non è quella con il tasso più basso, ma quella in cui raggiungere il livello desiderato vale di più.
weakest-caption = Le fasi del funnel oggi
weakest-stage = Fase
weakest-today = Oggi
weakest-target = Obiettivo
weakest-at-stake = Aumento { $objective }
weakest-chance = È la più debole in
weakest-way = Migliore via nota
weakest-rate-reach = { $stage }: visite per periodo
weakest-rate-act = { $stage }: lead per visita organica
weakest-rate-convert = { $stage }: clienti per lead organico
weakest-rate-engage = { $stage }: clienti mantenuti per periodo
weakest-way-none = nessuna via nota
weakest-way-action = “{ $name }” per { $cost }: effetto netto { $gain }
weakest-way-channel = { $cost } in più su { $name }: effetto netto { $gain }
weakest-to-do = Che cosa fare
weakest-steps = Il piano cambia a piccoli passi; il guadagno è quello della previsione.
weakest-step-both = Avviare “{ $action }” e spostare budget ({ $moves }): { $gain }.
weakest-step-action = Avviare “{ $action }”: { $gain }.
weakest-step-money = Spostare budget ({ $moves }): { $gain }.
weakest-step-none = Non cambiare nulla: { $gain }.
weakest-moves-more = { $n ->
    [one] { $moves } e { $count } altro canale
   *[other] { $moves } e altri { $count } canali
}
weakest-way-loses = nessuna conveniente
