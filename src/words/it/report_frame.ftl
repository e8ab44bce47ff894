# La cornice: titolo, sezioni, probabilità, intervalli, nomi degli indicatori, didascalie dei grafici.
report-for-by-on = Per { $client } · a cura di { $author } · { $date }
report-for-on = Per { $client } · { $date }
report-by-on = A cura di { $author } · { $date }
report-logo = Logo
report-footer-draws = { $name } · osa { $version } · dati di partenza { $hash } · seed { $seed } · simulazioni: { $draws }
report-footer-point = { $name } · osa { $version } · dati di partenza { $hash } · calcolo puntuale

section-answer = La risposta
section-money = I numeri economici
section-charts = La previsione in grafici
section-weakest = La fase più debole e che cosa fare
section-plan = Il piano per canale e trimestre
section-risks = Che cosa può andare storto
section-assumptions = Le ipotesi e le loro fonti
section-method = Come è stato calcolato
section-kpis = Le formule

# Una quota degli scenari simulati; sta dopo “in”: “in 93 su 100 scenari”.
chance-every = tutti gli scenari simulati
chance-none = nessuno scenario simulato
chance-over-99 = oltre 99 scenari su 100
chance-under-1 = meno di 1 su 100 scenari
chance-of-100 = { $n ->
    [one] { $number } scenario su 100
   *[other] { $number } scenari su 100
}

range = da { $low } a { $high }
percentage-points = { $number } p.p.
payback-never = non entro { $span }
payback-or-later = { $low } o più tardi
quarter = T{ $number } { $year }

measure-visits = Visite
measure-leads = Lead
measure-customers = Nuovi clienti
measure-orders = Ordini
measure-repeat-orders = Riacquisti
measure-revenue = Fatturato
measure-gross = Utile lordo
measure-invest = Spesa di marketing
measure-profit = Utile
measure-npv = VAN (NPV), utile attualizzato
measure-residual = Residuo dopo l’orizzonte
measure-roi = ROI
measure-roi-horizon = ROI entro l’orizzonte
measure-roas = ROAS
measure-cac = CAC (costo per nuovo cliente)
measure-blended-cac = CAC su tutti i nuovi clienti
measure-ltv = LTV di un nuovo cliente
measure-payback = Periodo di recupero
measure-act-rate = Tasso da visita a lead
measure-convert-rate = Tasso da lead a cliente
measure-served = Quota di lead gestiti
measure-nps = NPS
measure-csi = CSI
measure-market-share = Quota di mercato

caption-roi = Quanto ha guadagnato il piano, periodo dopo periodo, per ogni unità di spesa e al netto di questa; sopra la linea dello zero la spesa è recuperata.
caption-profit = Quanto ha guadagnato il piano in totale, meno quanto è costato; il punto più basso è la cassa che richiede prima di ripagarsi.
caption-funnel = Quante persone passano per ogni fase del funnel e quale quota prosegue verso la successiva.
caption-weakest = Quanto aggiungerebbe ogni fase se raggiungesse il suo obiettivo: la barra più lunga indica da dove cominciare.
caption-response = Quanto porta ogni canale a ogni livello di spesa: più la curva è piatta, meno rende la spesa aggiuntiva.
caption-reallocation = Dove va il budget oggi e dove lo sposta la proposta.
caption-frontier = Quanto vale il miglior piano per ogni budget: dove la curva si appiattisce, altro budget non aggiunge nulla.
caption-kaizen = Come cresce il risultato, passo dopo passo, migliorando il piano un poco alla volta.
caption-tornado = Come cambia il risultato se una sola ipotesi si rivela bassa o alta: le barre più lunghe meritano più attenzione.
caption-sensitivity = Quali ipotesi rendono incerto il risultato: misurare la prima è ciò che riduce di più l’incertezza.
caption-what-if = I piani a confronto, ciascuno con il suo intervallo e la differenza rispetto al primo.

page-contents = Indice
page-sort = Ordina per questa colonna
caption-retention = Quanti dei clienti acquisiti insieme restano clienti nel tempo, e quanti clienti ci sono in tutto.
caption-waterfall = Quanto porta da solo ogni spostamento di budget, dal piano attuale alla proposta; l’ultimo passo è ciò che gli spostamenti portano solo insieme.
span-and-after = { $span } e oltre
