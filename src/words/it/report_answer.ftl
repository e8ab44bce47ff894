# La risposta in tre frasi e i numeri accanto.
answer-same-money = Con la stessa spesa di { $invest } la proposta porta il risultato ({ $objective } in { $span }) da { $before } a { $after }: { $gain } in più.
answer-other-money = Con una spesa di { $proposed } invece di { $invest } la proposta porta il risultato ({ $objective } in { $span }) da { $before } a { $after }: { $gain } in più.
answer-lower = La proposta rispetta il budget e i limiti: spende { $proposed } invece di { $invest } e il risultato ({ $objective } in { $span }) scende da { $before } a { $after }: { $loss } in meno.
answer-nothing = Non è stato trovato un piano migliore di quello attuale: con una spesa di { $invest } il risultato ({ $objective } in { $span }) è { $value }.
answer-better-and-pays = In { $better } la proposta supera il piano attuale (differenza: { $range } in 8 scenari su 10) e in { $pays } rende più di quanto costa.
answer-better = In { $better } la proposta supera il piano attuale; la differenza in 8 scenari su 10: { $range }.
answer-pays = Il risultato in 8 scenari su 10: { $range }; in { $pays } il piano rende più di quanto costa.
answer-range = Il risultato in 8 scenari su 10: { $range }.
answer-certain = Nessuna ipotesi è incerta: tutti gli scenari coincidono.
answer-point-run = Ogni ipotesi è presa al suo valore mediano: non sono stati simulati scenari, quindi non si possono indicare probabilità.
answer-weakest = { $basis ->
    [target] La fase oggi più debole è { $stage }: portarla al suo obiettivo aggiungerebbe { $stake } ({ $objective }), più che in qualsiasi altra fase.
   *[lever] La fase oggi più debole è { $stage }: la migliore leva nota aggiungerebbe { $stake } ({ $objective }), più che in qualsiasi altra fase.
}
answer-weakest-likely = { $basis ->
    [target] La fase oggi più debole è { $stage }: portarla al suo obiettivo aggiungerebbe { $stake } ({ $objective }); in { $chance } è la più debole.
   *[lever] La fase oggi più debole è { $stage }: la migliore leva nota aggiungerebbe { $stake } ({ $objective }); in { $chance } è la più debole.
}
answer-no-weakest = Nessuna fase è sotto il suo obiettivo e nessuna leva nota porta un guadagno: non si può dire quale sia la più debole.
fact-today = oggi { $value }
