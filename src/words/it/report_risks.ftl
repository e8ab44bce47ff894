# Che cosa può andare storto.
risks-no-draws = Non sono stati simulati scenari: non si può indicare la probabilità di una perdita.
risks-certain = Nessuna ipotesi è incerta: la previsione dà un solo valore per ogni indicatore e non ci sono probabilità da indicare.
risks-loss = Perdita
risks-loss-note = quanto spesso la proposta non recupera la spesa
risks-worse = Non meglio di oggi
risks-worse-note = quanto spesso il piano attuale sarebbe stato almeno altrettanto buono
risks-bad = Uno scenario sfavorevole
risks-bad-note = in uno scenario su venti il livello { $objective } è ancora più basso
risks-cash = Cassa necessaria
risks-cash-note = punto più basso a cui la spesa porta l’utile cumulato, in mediana; in uno scenario su venti almeno { $worst }
risks-cash-none = in 19 scenari su 20 la spesa non porta mai l’utile cumulato sotto zero
risks-beyond = { $n ->
    [one] La spesa per { $channels } esce dall’intervallo osservato finora: lì la curva è un’ipotesi.
   *[other] Le spese per { $channels } escono dagli intervalli osservati finora: lì le curve sono ipotesi.
}
risks-limit = { $kind ->
    [budget] Il budget frena il piano: con { $to } il risultato salirebbe di { $gain }.
    [least] Un minimo frena il piano: se “{ $of }” potesse scendere a { $to } { $per }, il risultato salirebbe di { $gain }.
    [most] Un massimo frena il piano: se “{ $of }” potesse arrivare a { $to } { $per }, il risultato salirebbe di { $gain }.
    [least-total] Un minimo frena il piano: se “{ $of }” potesse scendere a { $to } in totale, il risultato salirebbe di { $gain }.
    [most-total] Un massimo frena il piano: se “{ $of }” potesse arrivare a { $to } in totale, il risultato salirebbe di { $gain }.
   *[other] Un limite frena il piano: con { $limit } a { $to } il risultato salirebbe di { $gain }.
}
risks-caption = { $n ->
    [one] L’ipotesi che sposta il risultato attuale
   *[other] Le ipotesi che più spostano il risultato attuale
}
risks-quantity = Ipotesi
risks-from-to = Dal 10º al 90º percentile
risks-low = Risultato all’estremo basso
risks-high = Risultato all’estremo alto
risks-switch = Il piano attuale è alla pari con
risks-no-switch = mai
risks-knowledge = Conoscere con esattezza ogni ipotesi prima di decidere varrebbe in media { $all }; conoscerne una sola, “{ $quantity }”: { $one }.
risks-knowledge-test = Un test che costa di più non conviene.
risks-knowledge-none = Conoscere con esattezza ogni ipotesi prima di decidere varrebbe in media { $all }: la decisione non dipende da nessuna di esse presa da sola.
risks-knowledge-nothing = Conoscere meglio le ipotesi non cambierebbe la decisione: non vale quasi nulla.
