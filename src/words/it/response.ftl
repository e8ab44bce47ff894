# Curve di risposta: che cosa mostra il grafico, frase per frase.
response-subtitle = Utile lordo che un canale aggiunge (orizzonte: { $horizon }) rispetto alla sua spesa media { $period ->
    [day] giornaliera
    [month] mensile
    [quarter] trimestrale
   *[week] settimanale
}, { $currency }; scale uguali in tutti i riquadri.
response-one-mark = ●{"\u00A0"}oggi.
response-both-marks = ●{"\u00A0"}oggi, ○{"\u00A0"}proposta.
response-lines = Linea continua: spesa già osservata; tratteggio: oltre. Grigio: utile lordo{"\u00A0"}={"\u00A0"}spesa.
response-shades = Fasce: 5 e 8 scenari su 10.
response-largest = I { $shown } canali con la spesa maggiore su { $all }.

# Sopra il riquadro di ogni canale: importi e rendimenti, oggi e nella proposta.
response-spend = { $amounts } { $period ->
    [day] al giorno
    [month] al mese
    [quarter] a trim.
   *[week] a sett.
}
response-marginal = ROI marginale { $rois }

# Titoli.
response-title = Con la spesa attuale il prossimo investimento rende di più in { $best } ({ $most }) e di meno in { $worst } ({ $least })
response-title-one = Con la spesa attuale il prossimo investimento in { $channel } rende { $roi }
response-title-same = Con la spesa attuale il prossimo investimento rende { $roi } in ogni canale
response-title-unknown = Quanto rende ogni canale a ogni livello di spesa
