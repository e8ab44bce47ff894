# Che cosa porta qualcosa.
gain = { $objective ->
    [npv] { $way ->
        [less] { $amount } di VAN in meno
       *[more] { $amount } di VAN in più
    }
    [long-term] { $way ->
        [less] { $amount } di utile a lungo termine in meno
       *[more] { $amount } di utile a lungo termine in più
    }
    [revenue] { $way ->
        [less] { $amount } di fatturato in meno
       *[more] { $amount } di fatturato in più
    }
    [customers] { $way ->
        [less] { $amount } clienti in meno
       *[more] { $amount } clienti in più
    }
   *[profit] { $way ->
        [less] { $amount } di utile in meno
       *[more] { $amount } di utile in più
    }
}

# Il tempo che l’obiettivo conta.
over-the-horizon = { $counted ->
    [residual] (VAN di { $span } + residuo dopo l’orizzonte)
   *[horizon] in { $span }
}

weakest-subtitle = Quanto porterebbe ogni fase: { $objective } { $followed }, { $unit }. Il modello ricalcolato con il tasso all’obiettivo o, senza obiettivo, con la migliore leva nota, al netto del suo costo.
weakest-medians = Barre e tassi alla mediana.
weakest-title-none = Nessuna fase ha un obiettivo o una leva nota: non si può dire quale sia la più debole
weakest-title-plain = { $stage } è la fase più debole
weakest-title-nothing = { $objective ->
    [npv] Nessuna fase porterebbe più VAN all’obiettivo o con la migliore leva nota
    [long-term] Nessuna fase porterebbe più utile a lungo termine all’obiettivo o con la migliore leva nota
    [revenue] Nessuna fase porterebbe più fatturato all’obiettivo o con la migliore leva nota
    [customers] Nessuna fase porterebbe più clienti all’obiettivo o con la migliore leva nota
   *[profit] Nessuna fase porterebbe più utile all’obiettivo o con la migliore leva nota
}
weakest-title-target = { $stage } è la fase più debole: al suo obiettivo porterebbe { $gain }
weakest-title-lever = { $stage } è la fase più debole: la sua migliore leva nota porterebbe { $gain }
weakest-title-target-likely = { $stage } è la fase più debole { $likely }: al suo obiettivo porterebbe { $gain }
weakest-title-lever-likely = { $stage } è la fase più debole { $likely }: la sua migliore leva nota porterebbe { $gain }

# Le righe.
weakest-name = { $stage } (la più debole)
weakest-likely = più debole { $likely }
weakest-unranked = senza posizione: né obiettivo né leva
weakest-certain = certo: { $value }
weakest-key-rate = tasso, mediana
weakest-key-target = obiettivo
weakest-reach-target = visite { $now } → obiettivo { $target } { $per }
weakest-reach = { $now } visite { $per }, senza obiettivo
weakest-rate-target = { $stage ->
    [act] da visita a lead { $now } → obiettivo { $target }
    [convert] da lead a cliente { $now } → obiettivo { $target }
   *[engage] retention { $now } → obiettivo { $target }
}
weakest-rate = { $stage ->
    [act] da visita a lead { $now }, senza obiettivo
    [convert] da lead a cliente { $now }, senza obiettivo
   *[engage] retention { $now }, senza obiettivo
}
weakest-lever-action = leva migliore: azione { $name }
weakest-lever-channel = leva migliore: 1% in più su { $name }
weakest-lever-known = migliore leva nota: { $name }

# Perché è la più debole.
weakest-gap-reach = Visite: { $now } { $per }; obiettivo: { $target }.
weakest-gap-act = { $whose ->
    [organic] Visite organiche che diventano lead: { $now }; obiettivo: { $target }.
   *[all] Visite che diventano lead: { $now }; obiettivo: { $target }.
}
weakest-gap-convert = { $whose ->
    [organic] Lead organici che diventano clienti: { $now }; obiettivo: { $target }.
   *[all] Lead che diventano clienti: { $now }; obiettivo: { $target }.
}
weakest-gap-engage = { $period ->
    [day] Clienti che restano per un altro giorno: { $now }; obiettivo: { $target }.
    [month] Clienti che restano per un altro mese: { $now }; obiettivo: { $target }.
    [quarter] Clienti che restano per un altro trimestre: { $now }; obiettivo: { $target }.
   *[week] Clienti che restano per un’altra settimana: { $now }; obiettivo: { $target }.
}
weakest-gap-repeat = Un cliente che resta ordina { $now } volte { $per }, l’obiettivo è { $target }.
weakest-at-target = { $stage } è al suo obiettivo.
weakest-why-lever = { $gains ->
    [yes] { $stage } non ha un obiettivo: conta quanto aggiunge la sua migliore leva nota.
   *[no] { $stage } non ha un obiettivo e nessuna sua leva nota aggiunge qualcosa.
}
weakest-why-out-of-reach = L’obiettivo non si raggiunge con più di ciò che oggi funziona.
weakest-why-order-value = Aumenta il valore di un ordine.
weakest-why-capacity = Aumenta la capacità.
weakest-why-referral = Porta più passaparola.
weakest-way-up = { $kind ->
    [action] La migliore via nota è l’azione «{ $name }» per { $cost }: porta, al netto, { $gain }.
   *[channel] La migliore via nota è spendere { $cost } in più su { $name }: porta, al netto, { $gain }.
}
weakest-way-down = { $kind ->
    [action] Anche la migliore via nota, l’azione «{ $name }» per { $cost }, porta, al netto, { $gain }.
   *[channel] Anche la migliore via nota, { $cost } in più su { $name }, porta, al netto, { $gain }.
}
weakest-capacity-convert = Tempo a capacità satura: { $bound }; l’1% di capacità in più porta { $gain }.
weakest-capacity-visits = Tempo a capacità satura: { $bound }; perciò l’1% di visite in più porta solo { $gain }.
weakest-capacity-no-demand = Più domanda non vale nulla finché la capacità di { $stage } è satura.
