# La risposta in tre frasi e i numeri accanto.
answer-same-money = Con la stessa spesa di { $invest } la proposta porta il risultato ({ $objective } in { $span }) da { $before } a { $after }: { $gain } in più.
answer-other-money = Con una spesa di { $proposed } invece di { $invest } la proposta porta il risultato ({ $objective } in { $span }) da { $before } a { $after }: { $gain } in più.
answer-free = Senza alcuna spesa la proposta porta il risultato ({ $objective } in { $span }) da { $before } a { $after }: { $gain } in più.
answer-nothing = Non è stato trovato un piano migliore di quello attuale: con una spesa di { $invest } il risultato ({ $objective } in { $span }) è { $value }.
answer-nothing-free = Non è stato trovato un piano migliore di quello attuale: senza alcuna spesa il risultato ({ $objective } in { $span }) è { $value }.
answer-forced = Il piano attuale non rispetta il budget e tutti i limiti, quindi deve cambiare: la proposta spende { $proposed } invece di { $invest } e il risultato ({ $objective } in { $span }) è { $after } invece di { $before }.
answer-forced-same-money = Il piano attuale non rispetta tutti i limiti, quindi deve cambiare: con la stessa spesa di { $invest } il risultato ({ $objective } in { $span }) della proposta è { $after } invece di { $before }.
answer-better-and-pays = In { $better } la proposta supera il piano attuale (differenza: { $range } in 8 scenari su 10) e in { $pays } rende più di quanto costa.
answer-better = In { $better } la proposta supera il piano attuale; la differenza in 8 scenari su 10: { $range }.
answer-pays = Il risultato in 8 scenari su 10: { $range }; in { $pays } il piano rende più di quanto costa.
answer-range = Il risultato in 8 scenari su 10: { $range }.
answer-certain = Nessuna ipotesi è incerta: tutti gli scenari coincidono.
answer-point-run = Ogni ipotesi è presa al suo valore mediano: non sono stati simulati scenari, quindi non si possono indicare probabilità.
answer-weakest = { $basis ->
    [lever] La fase oggi più debole è { $stage }: la sua migliore leva nota aggiungerebbe { $stake } ({ $objective }), più che in qualsiasi altra fase.
   *[target] La fase oggi più debole è { $stage }: rafforzarla aggiungerebbe { $stake } ({ $objective }), più che in qualsiasi altra fase.
}
answer-weakest-likely = { $basis ->
    [lever] La fase oggi più debole è { $stage }: la sua migliore leva nota aggiungerebbe { $stake } ({ $objective }); in { $chance } è la più debole.
   *[target] La fase oggi più debole è { $stage }: rafforzarla aggiungerebbe { $stake } ({ $objective }); in { $chance } è la più debole.
}
answer-no-weakest = Nessuna fase ha un obiettivo o una leva nota: non si può dire quale sia la più debole.
answer-none-weakest = Nessuna fase porterebbe di più all’obiettivo o con la migliore leva nota: non si può dire quale sia la più debole.
fact-today = oggi { $value }
